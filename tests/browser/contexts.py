"""Where pages are opened: which Chromium, how wide."""

import os
import shutil
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext
from project_copy import SITE_URL

CHROMIUM = os.environ.get("CHROMIUM", "") or shutil.which("chromium") or ""
NO_CHROMIUM = "Chromium is missing: sh scripts/browser.sh installs it, or CHROMIUM=… names one"
# The path below which the tests serve the site.
BASE = urlsplit(SITE_URL).path
# Width and height in CSS pixels: a laptop and a phone.
SIZES = {1280: 900, 390: 844}
SCHEMES = ("light", "dark")

NewContext = Callable[..., BrowserContext]
