"""The built wheel works in an environment of its own, outside the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it.

    What the wheel depends on is borrowed from the environment of the tests by a path file, which
    does not bring along the editable install of the checkout.
    """
    place = tmp_path_factory.mktemp("wheel")
    _run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), str(ROOT))
    (wheel,) = place.glob("*.whl")
    venv.create(place / "env", with_pip=False)
    python = place / "env" / "bin" / "python"
    _run("-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    borrowed = place / "env" / "lib" / version / "site-packages" / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib") + "\n")
    return place / "env" / "bin"


def _run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _tracker(installed: Path, home: Path, *arguments: str) -> str:
    environment = {"HOME": str(home), "PATH": os.defpath}
    done = subprocess.run(
        [installed / "tracker", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    program = "import tracker; print(tracker.__file__)"
    where = subprocess.run(
        [installed / "python", "-c", program],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert where.stdout.startswith(str(installed.parent))


def test_it_makes_a_store_ingests_and_reports(installed: Path, tmp_path: Path) -> None:
    sample = tmp_path / "sample.txt"
    sample.write_text(
        "Sanctions bill gains\n\nSen. Lindsey Graham introduced the Sanctioning Russia Act. "
        "The bill has 61 cosponsors in the Senate.\n"
    )
    _tracker(installed, tmp_path, "ingest", str(sample), "--published", "2025-04-20")
    assert Path(_tracker(installed, tmp_path, "db", "path").strip()).is_relative_to(tmp_path)
    assert "61" in _tracker(installed, tmp_path, "report", "bills", "--format", "csv")
    people = _tracker(installed, tmp_path, "sql", "SELECT count(*) FROM person", "-F", "jsonl")
    assert people != '{"count(*)": 0}\n'
