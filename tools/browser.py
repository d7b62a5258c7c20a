"""A real browser for tests, diagrams and the benchmark: the Chromium that is here, or the first way to get one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADDRESS_BAR = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
"""Suggestions below an address bar that nobody sees: with each new page Chromium makes some for them, in a process of
their own, which on two cores took a quarter of the time of a test."""
PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "MediaRouter",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
"""What Playwright leaves out by itself; the list here takes the place of its own."""
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-dev-shm-usage",
    f"--disable-features={','.join((*ADDRESS_BAR, *PLAYWRIGHTS))}",
)
ADVICE = "Install Chromium or Google Chrome, or set CHROMIUM to the path of one, and try again."


def main() -> int:
    """See to it that there is a browser; 0 where there is."""
    return 0 if path() or _playwrights_own() or _from_playwright() or _from_debian() else _none()


def path() -> str | None:
    """Where an installed Chromium or Chrome is."""
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return found or (mac if Path(mac).exists() else None)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """A headless browser: the installed one, else Playwright's own; `flags` are more of Chromium's."""
    return playwright.chromium.launch(executable_path=path(), args=[*FLAGS, *flags])


def may_install() -> bool:
    """Whether this is root on Debian or its like."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install(*packages: str) -> bool:
    """Install packages of Debian's; whether that worked."""
    return _succeeds(["apt-get", "update"], f"Installing {' and '.join(packages)}…") and _succeeds(
        ["apt-get", "install", "-y", "--no-install-recommends", *packages], ""
    )


def _playwrights_own() -> bool:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def _from_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return _succeeds(command, "No Chromium here: asking Playwright for one…") and _playwrights_own()


def _from_debian() -> bool:
    return may_install() and install("chromium") and path() is not None


def _succeeds(command: list[str], say: str) -> bool:
    if say:
        print(say, flush=True)
    try:
        return (
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600, check=False
            ).returncode
            == 0
        )
    except subprocess.TimeoutExpired:
        return False


def _none() -> int:
    print(ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
