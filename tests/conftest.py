"""What all tests share: property tests that do not depend on the machine's pace."""

import signal

from hypothesis import HealthCheck, settings

settings.register_profile(
    "refight",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("refight")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as of a job in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # commands inherit it
