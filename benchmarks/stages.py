"""What a measured process tells of itself: seconds and counts by name, printed as JSON."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stages(dict[str, float]):
    """Seconds and counts by name."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a block."""
        started = time.perf_counter()
        yield
        self[name] = time.perf_counter() - started

    def tell(self) -> None:
        """Print everything in one line."""
        print(json.dumps(self))
