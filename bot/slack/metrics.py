"""The page for Prometheus: what the meter counted, and how much is in hand; needs extra `ops`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate

from bot.errors import SettingsError
from bot.meter import MEASURES, Measure, Meter
from bot.slack.pages import Page

KIND = "text/plain; version=0.0.4; charset=utf-8"


def metrics_page(
    meter: Meter, gauges: Mapping[str, tuple[str, Callable[[], float]]]
) -> Callable[[], Page]:
    """Return what makes the page; `gauges` are looked at each time: name to help and value.

    Raises `SettingsError` if prometheus-client is not installed.
    """
    try:
        from prometheus_client import CollectorRegistry, generate_latest
        from prometheus_client.core import (
            CounterMetricFamily,
            GaugeMetricFamily,
            HistogramMetricFamily,
        )
        from prometheus_client.metrics_core import Metric
    except ModuleNotFoundError as error:
        raise SettingsError(
            "TIMELINE_METRICS_PORT: metrics need the extra “ops”: "
            "install timeline-bot[ops] (in a checkout: uv sync --extra ops)"
        ) from error

    def histogram(measure: Measure) -> Metric:
        family = HistogramMetricFamily(measure.name, measure.help, labels=measure.labels)
        bounds = [*map(str, measure.bounds), "+Inf"]
        for labels, times in meter.times(measure).items():
            buckets = list(zip(bounds, accumulate(times.counts), strict=True))
            family.add_metric(labels, buckets=buckets, sum_value=times.total)
        return family

    def counter(measure: Measure) -> Metric:
        family = CounterMetricFamily(measure.name, measure.help, labels=measure.labels)
        for labels, count in meter.counts(measure).items():
            family.add_metric(labels, count)
        return family

    class Collector:
        def collect(self) -> Iterator[Metric]:
            for measure in MEASURES:
                yield histogram(measure) if measure.bounds else counter(measure)
            for name, (told, look) in gauges.items():
                yield GaugeMetricFamily(name, told, value=look())

    registry = CollectorRegistry()
    registry.register(Collector())
    return lambda: Page(generate_latest(registry), kind=KIND)
