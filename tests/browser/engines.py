"""Three engines behind one small interface, so that the same steps run in each.

Each shows one page, in which a frame may hold the lesson; `inside` says of which of the two the calls speak.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal, Protocol, TypeVar

from playwright.sync_api import Browser, Frame, Page
from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    MoveTargetOutOfBoundsException,
    StaleElementReferenceException,
)
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.conftest import PATIENCE
from tools import engines

WINDOW = (1400, 900)
KEYS = {"ArrowRight": Keys.ARROW_RIGHT, "Home": Keys.HOME, "End": Keys.END}


PASSING = (
    StaleElementReferenceException,
    ElementClickInterceptedException,
    ElementNotInteractableException,
    MoveTargetOutOfBoundsException,
)
"""What a driver says of an element that is just being replaced, laid over or moved: nothing was done then."""
Result = TypeVar("Result")


class Engine(Protocol):
    """A browser engine with one page."""

    def visit(self, address: str) -> None:
        """Show a page, and speak of it."""

    def inside(self, frame: bool) -> None:
        """Speak of the page in the frame, or again of the page around it."""

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """What a JavaScript function gives in the page."""

    def click(self, selector: str) -> None:
        """Click what is seen first of what a selector finds."""

    def type(self, selector: str, text: str) -> None:
        """Type a text in place of what a field holds."""

    def press(self, key: str) -> None:
        """Press a key, by its name in the DOM."""


class Playwrights:
    """Chromium, by Playwright."""

    def __init__(self, opened: Browser) -> None:
        self.page: Page = opened.new_page(viewport={"width": WINDOW[0], "height": WINDOW[1]})
        self.place: Frame = self.page.main_frame

    def visit(self, address: str) -> None:
        self.page.goto(address)
        self.place = self.page.main_frame

    def inside(self, frame: bool) -> None:
        self.place = self.page.frames[-1] if frame else self.page.main_frame

    def evaluate(self, function: str, *arguments: Any) -> Any:
        return self.place.evaluate(f"(given) => ({function})(...given)", list(arguments))

    def click(self, selector: str) -> None:
        self.place.locator(f"{selector} >> visible=true").first.click()

    def type(self, selector: str, text: str) -> None:
        self.place.locator(selector).fill(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)


class Seleniums:
    """Firefox and WebKit, by Selenium."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        driver.set_window_size(*WINDOW)

    def visit(self, address: str) -> None:
        self.driver.get(address)

    def inside(self, frame: bool) -> None:
        self.driver.switch_to.default_content()
        if frame:
            self.driver.switch_to.frame(self._found("iframe"))

    def evaluate(self, function: str, *arguments: Any) -> Any:
        return self.driver.execute_script(f"return ({function})(...arguments)", *arguments)

    def click(self, selector: str) -> None:
        def click(_: WebDriver) -> bool:
            found = self._found(selector)
            self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)
            found.click()
            return True

        self._until(click, f"{selector} cannot be clicked")

    def type(self, selector: str, text: str) -> None:
        def type_into(_: WebDriver) -> bool:
            field = self._found(selector)
            field.clear()
            self._found(selector).send_keys(text)  # the page may have brought another one when it was emptied
            return True

        self._until(type_into, f"{selector} cannot be typed into")

    def press(self, key: str) -> None:
        ActionChains(self.driver).send_keys(KEYS[key]).perform()

    def _found(self, selector: str) -> WebElement:
        """What is seen first of what a selector finds, once there is such a thing, as Playwright waits for it too."""

        def seen(driver: WebDriver) -> WebElement | Literal[False]:
            return next((each for each in driver.find_elements("css selector", selector) if each.is_displayed()), False)

        return self._until(seen, f"nothing that is seen matches {selector}")

    def _until(self, work: Callable[[WebDriver], Result | Literal[False]], otherwise: str) -> Result:
        """Try until it works: the page may be about to replace what was found, or lay something over it."""
        return WebDriverWait(self.driver, PATIENCE / 1000, 0.05, PASSING).until(work, otherwise)


@contextmanager
def firefox() -> Iterator[Engine]:
    """Firefox. Raises `WebDriverException` where it cannot be driven."""
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.binary_location = engines.firefox() or ""
    driver = webdriver.Firefox(options, webdriver.FirefoxService(engines.geckodriver()))
    try:
        yield Seleniums(driver)
    finally:
        driver.quit()


@contextmanager
def webkit() -> Iterator[Engine]:
    """WebKit, on a screen of its own. Raises `WebDriverException` where it cannot be driven."""
    options = webdriver.WebKitGTKOptions()
    options.add_argument("--automation")
    options.binary_location = engines.minibrowser() or ""
    with screen() as display:
        service = webdriver.WebKitGTKService(engines.webkit_driver(), env={**os.environ, "DISPLAY": display})
        driver = webdriver.WebKitGTK(options, service)
        try:
            yield Seleniums(driver)
        finally:
            driver.quit()


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display that nobody sees; the first free one, so that several tests have one each."""
    command = [engines.xvfb() or "", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1600x1000x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


LAUNCH = {"firefox": firefox, "webkit": webkit}
"""Starts an engine that is not the browser of all other tests."""
