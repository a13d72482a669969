"""What all tests share: property tests that do not depend on the machine's pace."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "refight",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("refight")
