"""How many examples a property is tried with. A law is one property over all its sources, so these count per law.

``default`` is quick and always the same; ``ci`` is the same with more examples; ``formats`` gives each property of a
format, which has a half or a quarter of them, at least 500, as ``.ci/run formats`` does; ``deep`` looks for what is not
known yet: ``pytest -n 2 --hypothesis-profile=deep tests``.
"""

from hypothesis import HealthCheck, settings

#: A slow machine is no failing test, and a whole record is a big example.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

settings.register_profile("default", PATIENT, max_examples=100, derandomize=True)
settings.register_profile("ci", PATIENT, max_examples=400, derandomize=True)
settings.register_profile("formats", PATIENT, max_examples=2_000, derandomize=True)
settings.register_profile("deep", PATIENT, max_examples=20_000, print_blob=True)
settings.load_profile("default")
