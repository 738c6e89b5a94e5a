"""What every generator needs: one way to write a fixture."""

import json
import platform


def versions():
    import numpy
    import scipy
    import sklearn

    return {
        "numpy": numpy.__version__,
        "python": platform.python_version(),
        "scikit-learn": sklearn.__version__,
        "scipy": scipy.__version__,
    }


def write_fixture(folder, name, content):
    """Writes `content`, with the versions it was made with where it does not name them, as folder/name.json, keys sorted, one value a line at most."""
    text = json.dumps({"versions": content.get("versions") or versions(), **content}, ensure_ascii=False, sort_keys=True, indent=1)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
