"""What a page must never do while a test looks at it."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Error, Page, Request, Response

# The page says it itself: what a policy only reports does not reach the test otherwise.
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI} in ${event.documentURI}`));"""
# What the policy must keep a page from: a script in it, and an image of another host.
ADD_SCRIPT = """() => { const script = document.createElement("script");
  script.textContent = "window.__ran = true"; document.head.append(script); }"""
ADD_IMAGE = """() => new Promise((done) => { const image = new Image();
  image.onload = image.onerror = () => done(); image.src = "http://other.example/x.png"; })"""
OWN_SCHEMES = ("data:", "blob:", "about:")


@dataclass
class Watch:
    """Collects what goes wrong in the pages of a browser context.

    `origin` is the beginning of every address that may be requested. `faults` holds one sentence for each console
    error, uncaught exception, violation of the policy, dialog, failed request, and request to another place.
    """

    origin: str
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def begin(self, context: BrowserContext) -> None:
        """Look at every page of the context from now on."""
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"exception: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfailed", self._failed)
        context.on("dialog", self._dialog)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.origin, *OWN_SCHEMES)):
            self.faults.append(f"request to another place: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"answer {response.status}: {response.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left before it is complete gives up its requests; that is no fault of it.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url} {request.failure}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message} on {dialog.page.url if dialog.page else ''}")
        dialog.dismiss()


def settle(page: Page) -> None:
    """Wait until scripts have run and nothing moves."""
    page.wait_for_load_state("load")
    try:
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    except Error as error:
        if "Execution context was destroyed" not in str(error):
            raise
