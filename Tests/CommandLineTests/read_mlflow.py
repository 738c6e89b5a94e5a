"""Lists the experiments and runs of an MLflow file store with MLflow's own client: read_mlflow.py FOLDER."""

import os
import pathlib
import sys

# Newer versions of the client ask for this before they read a store of files.
os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
import mlflow

client = mlflow.MlflowClient(tracking_uri=pathlib.Path(sys.argv[1]).resolve().as_uri())
for experiment in client.search_experiments():
    runs = client.search_runs([experiment.experiment_id])
    print(f"{experiment.name}: {len(runs)} runs")
    strengths = sorted(float(run.data.params["C"]) for run in runs)
    print("C", ", ".join(f"{strength:g}" for strength in strengths))
    for run in runs:
        area = run.data.metrics["rocAUC"]
        files = {file.path for file in client.list_artifacts(run.info.run_id)}
        assert 0 <= area <= 1 and run.info.status == "FINISHED", run
        assert {"manifest.json", "report.html", "model.safetensors"} <= files, files
