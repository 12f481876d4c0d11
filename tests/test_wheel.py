"""The built wheel carries all it needs and answers from an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("bot", "data", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md")
PATIENCE = 300  # seconds for the build on a busy machine


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left behind in the checkout."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(
                ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / part, source / part)
    out = tmp_path_factory.mktemp("wheel")
    failures = []
    for command in _build_commands(out):
        done = subprocess.run(command, cwd=source, capture_output=True, timeout=PATIENCE)
        if done.returncode == 0:
            (built,) = out.glob("*.whl")
            return built
        failures.append(f"{command}: {done.stderr.decode(errors='replace')}")
    pytest.fail("no way to build the wheel:\n" + "\n".join(failures))


def _build_commands(out: Path) -> list[list[str]]:
    """Return the ways to build, the one that needs least first."""
    backend = "import sys, hatchling.build; hatchling.build.build_wheel(sys.argv[1])"
    commands = [[sys.executable, "-c", backend, str(out)]]
    if uv := os.environ.get("UV") or shutil.which("uv"):
        # What set up the checkout has built it before: the tool for it is at hand offline.
        build = [uv, "build", "--wheel", "--out-dir", str(out), "--python", sys.executable]
        commands += [[*build, "--offline"], build]
    return commands


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program installed from the wheel into a clean environment, without a network.

    The dependencies are those of the tests' own environment, put behind the wheel's files on
    the path. A folder named in a .pth file is not searched for further .pth files, so the
    editable install of the checkout does not come along.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scheme = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    scripts = Path(sysconfig.get_path("scripts", "venv", scheme))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    own = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (packages / "dependencies.pth").write_text("\n".join(dict.fromkeys(own)) + "\n", "utf-8")
    return _write_script(scripts / "timeline-bot", packages)


def _write_script(script: Path, packages: Path) -> Path:
    """Write what an installer writes for the console script that the wheel names."""
    (entry_points,) = packages.glob("*.dist-info/entry_points.txt")
    named = dict(
        line.split(" = ") for line in entry_points.read_text("utf-8").splitlines() if " = " in line
    )
    module, _, function = named["timeline-bot"].partition(":")
    python = script.with_name("python")
    code = f"import sys\nfrom {module} import {function}\nsys.exit({function}())\n"
    script.write_text(f"#!{python}\n{code}", "utf-8")
    script.chmod(0o755)
    return script


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in `folder` with next to no environment."""
    return subprocess.run(
        [program.with_name("python"), program, *arguments],
        cwd=folder, env={"PATH": os.defpath}, capture_output=True, text=True, encoding="utf-8",
        timeout=PATIENCE,
    )  # fmt: skip


def test_the_wheel_holds_the_timeline_the_words_and_the_schema(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "bot/data/russia-north-korea.yaml" in names
    assert "bot/search/words/english.txt" in names
    assert "bot/timeline/timeline.schema.json" in names


def test_the_wheel_holds_every_file_of_the_bot(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = (path for path in (ROOT / "bot").rglob("*") if path.is_file())
    wanted = {
        path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts
    }
    assert wanted - names == set()


def test_the_wheel_holds_no_tests_and_nothing_beside_the_bot(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bot"}


def test_the_wheel_brings_its_licence(wheel: Path) -> None:
    assert any(name.endswith("/licenses/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


def test_the_installed_bot_is_the_one_of_the_wheel(program: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [program.with_name("python"), "-c", "import bot; print(bot.__file__)"],
        cwd=tmp_path, env={"PATH": os.defpath}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(done.stdout.strip()).is_relative_to(program.parent.parent)
    assert not Path(done.stdout.strip()).is_relative_to(ROOT)


def test_a_question_is_answered_from_an_empty_folder(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "ask", "when was the Vladivostok summit of Putin and Kim Jong Un")
    assert done.returncode == 0, done.stderr
    assert "id 2019-vladivostok-summit" in done.stdout
    assert "25 April 2019" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_timeline_passes_its_check_there(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "check")
    assert done.returncode == 0, done.stdout
    assert done.stderr.startswith("1 file: 0 problems")


def test_the_schema_is_printed_there(program: Path, tmp_path: Path) -> None:
    done = run(program, tmp_path, "schema")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("{")


def test_the_installed_bot_knows_its_version(program: Path, tmp_path: Path) -> None:
    assert "0.1.0" in run(program, tmp_path, "--version").stdout
