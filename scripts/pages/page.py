"""A page made of words and commands: what stands in docs/PAGE.txt, with figures below each command."""

import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile


def made(source, introduction, figures, program, root):
    """The page: titles (`# `), words and commands (`$ `) of the source, each block apart from the next by an empty line.

    And the drawings that commands wrote into the folder `figures`, by their paths.
    """
    parts = [introduction]
    with tempfile.TemporaryDirectory() as name:
        environment = workplace(pathlib.Path(name), program, root)
        for block in source.strip().split("\n\n"):
            if not block.startswith("$ "):
                parts.append(f"#{block}\n" if block.startswith("# ") else f"{block}\n")
                continue
            commands = []
            for command in block.removeprefix("$ ").split("\n$ "):
                commands.append("    " + command.replace("\n", "\n    "))
                lines = printed(command, figures, name, environment)
                if lines:
                    parts += ["\n".join(commands) + "\n", "\n".join(lines).strip() + "\n"]
                    commands = []
            if commands:
                parts.append("\n".join(commands) + "\n")
        folder = pathlib.Path(name)
        drawings = {path.relative_to(folder): path.read_bytes() for path in sorted((folder / "figures").rglob("*.svg"))}
    return "\n".join(parts), drawings


def workplace(folder, program, root):
    """A folder that has the corpora, the models and the scripts under the names that the pages call them by."""
    for linked in ("docs", "models", "scripts"):
        (folder / linked).symlink_to(root / linked)
    (folder / "DATA").symlink_to(root.parent / "shared" / "data")
    (folder / "figures").mkdir()
    (folder / "bin").mkdir()
    (folder / "bin" / "parlance").symlink_to(program)
    return {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}


def printed(command, figures, folder, environment):
    """The lines below a command: figures of its JSON, what a script prints, or nothing where the result goes to a file."""
    arguments = shlex.split(command.replace("\\\n", " "))
    ours = arguments[0] == "parlance"
    shown = ours and "--output" not in arguments
    if ours:
        arguments += ["--quiet", *(["--format", "json"] if shown else [])]
    done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True)
    # Status 1 is that of a finding, as audit's.
    if done.returncode not in ((0, 1) if shown else (0,)) or (shown and not done.stdout):
        sys.exit(f"$ {command}\n{done.stderr}")
    return figures(json.loads(done.stdout)) if shown else done.stdout.splitlines()
