import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools import browser, serve

out = Path("/tmp/race_shots")
out.mkdir(exist_ok=True)
which = sys.argv[1:]
SIZES = {"684": (684, 602), "800": (800, 602), "1280": (1280, 800), "375": (375, 667), "320": (320, 568)}
server = serve.serve(Path("dist"))
base = f"http://127.0.0.1:{server.server_port}"


def ready(p):
    for _ in range(600):
        if p.evaluate("document.documentElement.dataset.python") == "ready" and p.locator(".race .track").count() == 4:
            return
        p.wait_for_timeout(100)


with sync_playwright() as pw:
    br = browser.launch(pw)
    for theme in ("light", "dark"):
        for name, (w, h) in SIZES.items():
            if which and not any(x in f"{theme}-{name}" for x in which):
                continue
            c = br.new_context(viewport={"width": w, "height": h}, device_scale_factor=2 if w < 700 else 1.5)
            p = c.new_page()
            p.goto(f"{base}/?theme={theme}#view=race&scenario=document-summary")
            ready(p)
            p.screenshot(path=out / f"{theme}-{name}-1bet.png")
            p.get_by_role("radio", name="Async").check(force=True)
            clk = p.locator("#race-clock")
            clk.evaluate("(c)=>{c.value=330;c.dispatchEvent(new Event('input',{bubbles:true}))}")
            p.wait_for_timeout(300)
            p.screenshot(path=out / f"{theme}-{name}-2mid.png")
            clk.press("End")
            p.wait_for_timeout(400)
            p.screenshot(path=out / f"{theme}-{name}-3end.png")
            if w < 700:
                p.locator("main").evaluate("(m)=>m.scrollTop=m.scrollHeight/3")
                p.wait_for_timeout(100)
                p.screenshot(path=out / f"{theme}-{name}-3endb.png")
                p.locator("main").evaluate("(m)=>m.scrollTop=0")
            p.locator("#race-many").click()
            p.wait_for_timeout(500)
            p.screenshot(path=out / f"{theme}-{name}-4many.png")
            p.evaluate("location.hash='view=race&scenario=nightly-tickets'")
            p.wait_for_timeout(300)
            clk = p.locator("#race-clock")
            clk.evaluate("(c)=>{c.value=600;c.dispatchEvent(new Event('input',{bubbles:true}))}")
            p.wait_for_timeout(300)
            p.screenshot(path=out / f"{theme}-{name}-5night.png")
            c.close()
    br.close()
server.shutdown()
