"""The page at /, in a real browser: what a person sees, with a mouse, with a keyboard, on a phone, in the dark."""

import shutil

import pytest

pytest.importorskip("fastapi")
pytest.importorskip("selenium")

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from nlp.serve.keys import add_key
from tests.serve.fakes import service

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs Debian's chromium and chromium-driver"),
]
TEXT = "😀😀 Zoloft 50 mg made me dizzy 🤢 but no nausea. <b onclick='x'>Stopped it</b>."


@pytest.fixture(scope="module")
def address():
    with service(tagger=None) as client:
        yield str(client.base_url)


@pytest.fixture(scope="module")
def chromium():
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(DRIVER or ""))
    yield browser
    browser.quit()


@pytest.fixture
def page(chromium, address):
    screen(chromium, 1280, 900)
    chromium.get(address)
    return chromium


def screen(browser, width, height, scheme="light"):
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", scheme)


def wait(browser, what):
    return WebDriverWait(browser, 60).until(what)


def find(browser, selector):
    return browser.find_element(By.CSS_SELECTOR, selector)


def texts(browser, selector):
    return [each.text for each in browser.find_elements(By.CSS_SELECTOR, selector)]


def read(browser, text=TEXT):
    box = find(browser, "#text")
    browser.execute_script("arguments[0].value = arguments[1]", box, text)  # the driver cannot type emoji
    box.send_keys(Keys.CONTROL, Keys.ENTER)
    wait(browser, lambda _: texts(browser, "mark"))


def errors(browser):
    return [each["message"] for each in browser.get_log("browser") if each["level"] == "SEVERE"]


def test_an_example_shows_entities_relations_and_the_case(page):
    assert "Nothing read yet" in find(page, "#empty").text
    find(page, "#example").click()
    wait(page, lambda _: texts(page, "mark"))
    assert "Lexapro" in texts(page, "mark.DRUG")
    assert texts(page, "mark.ADE")
    headings = texts(page, "#record h2")
    assert headings == ["What was found", "How they belong together", "The case"]
    assert any("Lexapro" in each for each in texts(page, ".relations li"))
    assert "suspect product" in find(page, ".criteria").text
    assert "Done:" in find(page, "#status").get_attribute("textContent")
    assert errors(page) == []


def test_marks_stand_on_their_words_behind_emoji_and_text_stays_text(page):
    read(page)
    assert "Zoloft" in texts(page, "mark.DRUG")
    assert "dizzy" in texts(page, "mark.ADE")
    assert find(page, ".post").text == TEXT
    assert not page.find_elements(By.CSS_SELECTOR, ".post b")


def test_a_chosen_entity_tells_attributes_links_and_reasons_by_keyboard_alone(page):
    read(page)
    mark = find(page, "mark.ADE.absent")
    assert mark.get_attribute("aria-label") == f"{mark.text}, no unwanted effect"
    active = page.switch_to.active_element
    for _ in range(40):
        active.send_keys(Keys.TAB)
        active = page.switch_to.active_element
        if active == mark:
            break
    assert active == mark
    active.send_keys(Keys.ENTER)
    detail = find(page, ".detail").text
    assert "presence" in detail
    assert "absent" in detail
    assert "HP:0002018 Nausea" in detail
    assert mark.get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_without_scrolling_sideways(page, scheme):
    screen(page, 390, 844, scheme)
    read(page)
    assert page.execute_script("return document.documentElement.scrollWidth") <= 390
    ground = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground[4:-1].split(","))) < 150) == (scheme == "dark")
    small = page.execute_script(
        "return [...document.querySelectorAll('button')].filter((b) => b.offsetHeight < 44).map((b) => b.id)"
    )
    assert small == []


def test_every_field_has_a_label(page):
    unlabelled = page.execute_script(
        "return [...document.querySelectorAll('input, textarea')].filter((e) => !e.labels.length).map((e) => e.id)"
    )
    assert unlabelled == []
    assert page.execute_script("return document.documentElement.lang") == "en"


def test_a_text_of_white_space_is_told_and_the_cursor_stays(page):
    find(page, "#text").send_keys("   ")
    find(page, "#read").click()
    assert "no text yet" in find(page, "#error").text
    assert page.switch_to.active_element == find(page, "#text")


def test_where_a_key_is_needed_the_page_asks_for_it(chromium, tmp_path):
    _, secret = add_key(tmp_path / "keys.json", "me")
    with service(keys=tmp_path / "keys.json") as client:
        chromium.get(str(client.base_url))
        assert not find(chromium, "#key").is_displayed()
        find(chromium, "#text").send_keys("Zoloft")
        find(chromium, "#read").click()
        wait(chromium, lambda _: find(chromium, "#error").is_displayed())
        assert "asks for an API key" in find(chromium, "#error").text
        assert chromium.switch_to.active_element == find(chromium, "#key")
        find(chromium, "#key").send_keys(secret, Keys.ENTER)
        wait(chromium, lambda _: find(chromium, "#record").is_displayed())


def test_a_service_that_is_gone_is_told(chromium):
    with service() as client:
        chromium.get(str(client.base_url))
    find(chromium, "#text").send_keys("Zoloft")
    find(chromium, "#read").click()
    wait(chromium, lambda _: find(chromium, "#error").is_displayed())
    assert "cannot be reached" in find(chromium, "#error").text


@pytest.mark.parametrize(("path", "shown"), [("docs", "#swagger-ui .opblock"), ("redoc", "h1")])
def test_the_api_pages_come_from_the_service_alone(page, address, path, shown):
    page.get(f"{address}/{path}")
    wait(page, lambda _: texts(page, shown))
    hosts = page.execute_script("return performance.getEntriesByType('resource').map((e) => new URL(e.name).host)")
    assert {host for host in hosts if host} <= {address.removeprefix("http://").strip("/"), "cdn.redoc.ly"}
