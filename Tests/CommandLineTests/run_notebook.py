"""Executes a notebook in the current folder and fails where a cell does: run_notebook.py NOTEBOOK."""

import sys

import nbclient
import nbformat

notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": "."}}).execute()
outputs = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
drawn = [
    data for data in outputs
    if "vegaEmbed" in data.get("text/html", "") or any(kind.startswith("application/vnd.vegalite") for kind in data)]
print(f"{len(notebook.cells)} cells, {len(drawn)} charts")
