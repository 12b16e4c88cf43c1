//! Counters, gauges and histograms, and their text for Prometheus.
//!
//! Series are registered once, at start, and handed out as plain atomics: counting costs one addition and no look-up.
//! The text is the Prometheus exposition format 0.0.4. Label values come from the configuration or from fixed lists,
//! never from a request, so that nobody outside can make series.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// All series of one process. Cheap to clone; clones share their series.
#[derive(Clone, Debug, Default)]
pub struct Metrics {
    /// A plain mutex: it is taken when series are looked up, as for requests that are not forwarded, and when they are read out.
    families: Arc<Mutex<BTreeMap<&'static str, Family>>>,
    /// Which part of each series is moved.
    part: usize,
}

#[derive(Debug)]
struct Family {
    help: &'static str,
    kind: &'static str,
    series: BTreeMap<String, Series>,
}

/// One series, in the parts that it is the sum of.
#[derive(Debug)]
enum Series {
    Number(Vec<Arc<AtomicU64>>),
    Histogram(Vec<Arc<Histogram>>),
}

/// A number that only grows.
#[derive(Clone, Debug, Default)]
pub struct Counter(Arc<AtomicU64>);

impl Counter {
    /// Counts one.
    pub fn increment(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// How many were counted here.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A number that comes and goes.
#[derive(Clone, Debug, Default)]
pub struct Gauge(Arc<AtomicU64>);

impl Gauge {
    /// Puts it at `value`.
    pub fn set(&self, value: u64) {
        self.0.store(value, Ordering::Relaxed);
    }

    /// One more, for as long as the guard lives.
    #[must_use]
    pub fn enter(&self) -> GaugeGuard {
        self.0.fetch_add(1, Ordering::Relaxed);
        GaugeGuard(Arc::clone(&self.0))
    }
}

/// Takes one off its gauge when dropped.
#[derive(Debug)]
pub struct GaugeGuard(Arc<AtomicU64>);

impl Drop for GaugeGuard {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Upper bounds in seconds: from a cached answer to a report that takes its time.
const BOUNDS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// Durations, sorted into buckets.
#[derive(Debug, Default)]
pub struct Histogram {
    /// One a bound and one for what is longer than all.
    buckets: [AtomicU64; BOUNDS.len() + 1],
    sum_micros: AtomicU64,
}

impl Histogram {
    /// Sorts one duration in.
    pub fn observe(&self, duration: Duration) {
        let seconds = duration.as_secs_f64();
        let bucket = BOUNDS.iter().position(|bound| seconds <= *bound).unwrap_or(BOUNDS.len());
        self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(duration.as_micros()).unwrap_or(u64::MAX);
        self.sum_micros.fetch_add(micros, Ordering::Relaxed);
    }
}

impl Metrics {
    /// No series yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The counter of that name and these labels, made if it is not there.
    pub fn counter(&self, name: &'static str, help: &'static str, labels: &[(&str, &str)]) -> Counter {
        Counter(self.number(name, help, "counter", labels))
    }

    /// The gauge of that name and these labels, made if it is not there.
    pub fn gauge(&self, name: &'static str, help: &'static str, labels: &[(&str, &str)]) -> Gauge {
        Gauge(self.number(name, help, "gauge", labels))
    }

    /// The histogram of that name and these labels, made if it is not there.
    pub fn histogram(&self, name: &'static str, help: &'static str, labels: &[(&str, &str)]) -> Arc<Histogram> {
        let fresh = || Series::Histogram(Vec::new());
        self.with_series(name, help, "histogram", labels, fresh, |series| match series {
            Series::Histogram(parts) => self.part_of(parts),
            Series::Number(_) => Arc::default(),
        })
    }

    /// The same series, of which a thread moves a part by itself: processors that count in one place wait for one another. Who reads them out
    /// gets the sums.
    #[must_use]
    pub fn part(&self, number: usize) -> Self {
        Self { families: Arc::clone(&self.families), part: number }
    }

    fn number(
        &self,
        name: &'static str,
        help: &'static str,
        kind: &'static str,
        labels: &[(&str, &str)],
    ) -> Arc<AtomicU64> {
        let fresh = || Series::Number(Vec::new());
        self.with_series(name, help, kind, labels, fresh, |series| match series {
            Series::Number(parts) => self.part_of(parts),
            Series::Histogram(_) => Arc::default(),
        })
    }

    fn part_of<T: Default>(&self, parts: &mut Vec<Arc<T>>) -> Arc<T> {
        if parts.len() <= self.part {
            parts.resize_with(self.part + 1, Arc::default);
        }
        Arc::clone(&parts[self.part])
    }

    fn with_series<T>(
        &self,
        name: &'static str,
        help: &'static str,
        kind: &'static str,
        labels: &[(&str, &str)],
        fresh: impl FnOnce() -> Series,
        then: impl FnOnce(&mut Series) -> T,
    ) -> T {
        let mut families = self.families.lock().unwrap_or_else(PoisonError::into_inner);
        let family = families.entry(name).or_insert_with(|| Family { help, kind, series: BTreeMap::new() });
        then(family.series.entry(label_text(labels)).or_insert_with(fresh))
    }

    /// All series in the Prometheus text format.
    pub fn render(&self) -> String {
        let families = self.families.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        for (name, family) in &*families {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "# HELP {name} {}\n# TYPE {name} {}", family.help, family.kind);
            for (labels, series) in &family.series {
                match series {
                    Series::Number(parts) => {
                        let _ = writeln!(text, "{name}{} {}", braced(labels), sum(parts, |number| number));
                    }
                    Series::Histogram(parts) => render_histogram(&mut text, name, labels, parts),
                }
            }
        }
        text
    }
}

fn render_histogram(text: &mut String, name: &str, labels: &str, parts: &[Arc<Histogram>]) {
    let separator = if labels.is_empty() { "" } else { "," };
    let mut count = 0;
    for index in 0..=BOUNDS.len() {
        count += sum(parts, |histogram| &histogram.buckets[index]);
        let bound = BOUNDS.get(index).map_or_else(|| "+Inf".to_owned(), ToString::to_string);
        let _ = writeln!(text, "{name}_bucket{{{labels}{separator}le=\"{bound}\"}} {count}");
    }
    let micros = sum(parts, |histogram| &histogram.sum_micros);
    let (seconds, rest) = (micros / 1_000_000, micros % 1_000_000);
    let _ = writeln!(text, "{name}_sum{} {seconds}.{rest:06}", braced(labels));
    let _ = writeln!(text, "{name}_count{} {count}", braced(labels));
}

fn sum<T>(parts: &[Arc<T>], number: impl Fn(&T) -> &AtomicU64) -> u64 {
    parts.iter().map(|part| number(part).load(Ordering::Relaxed)).sum()
}

fn braced(labels: &str) -> String {
    if labels.is_empty() { String::new() } else { format!("{{{labels}}}") }
}

fn label_text(labels: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in labels {
        if !text.is_empty() {
            text.push(',');
        }
        let escaped = value.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n");
        let _ = write!(text, "{name}=\"{escaped}\"");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_and_labels_are_the_same_series() {
        let metrics = Metrics::new();

        metrics.counter("a_total", "A.", &[("x", "1")]).increment();
        metrics.counter("a_total", "A.", &[("x", "1")]).increment();

        assert_eq!(metrics.counter("a_total", "A.", &[("x", "1")]).count(), 2);
        assert_eq!(metrics.counter("a_total", "A.", &[("x", "2")]).count(), 0);
    }

    #[test]
    fn what_threads_count_apart_is_read_out_as_one() {
        let metrics = Metrics::new();
        for number in [0, 2] {
            let part = metrics.part(number);
            part.counter("a_total", "A.", &[]).increment();
            part.histogram("seconds", "Time.", &[]).observe(Duration::from_millis(7));
        }

        let text = metrics.render();
        assert!(text.contains("a_total 2\n"), "{text}");
        assert!(text.contains("seconds_bucket{le=\"0.01\"} 2\n"), "{text}");
        assert!(text.contains("seconds_sum 0.014000\nseconds_count 2\n"), "{text}");
    }

    #[test]
    fn the_text_is_what_prometheus_reads() {
        let metrics = Metrics::new();
        metrics.counter("b_total", "Things.", &[("route", "/a\"b\\")]).increment();
        metrics.gauge("a", "Now.", &[]).set(3);

        assert_eq!(
            metrics.render(),
            "# HELP a Now.\n# TYPE a gauge\na 3\n\
             # HELP b_total Things.\n# TYPE b_total counter\nb_total{route=\"/a\\\"b\\\\\"} 1\n"
        );
    }

    #[test]
    fn buckets_of_a_histogram_add_up() {
        let metrics = Metrics::new();
        let histogram = metrics.histogram("seconds", "Time.", &[("route", "/")]);

        histogram.observe(Duration::from_millis(7));
        histogram.observe(Duration::from_secs(60));

        let text = metrics.render();
        assert!(text.contains("seconds_bucket{route=\"/\",le=\"0.005\"} 0\n"), "{text}");
        assert!(text.contains("seconds_bucket{route=\"/\",le=\"0.01\"} 1\n"), "{text}");
        assert!(text.contains("seconds_bucket{route=\"/\",le=\"+Inf\"} 2\n"), "{text}");
        assert!(text.contains("seconds_sum{route=\"/\"} 60.007000\n"), "{text}");
        assert!(text.contains("seconds_count{route=\"/\"} 2\n"), "{text}");
    }

    #[test]
    fn a_gauge_goes_back_when_its_guard_is_dropped() {
        let metrics = Metrics::new();
        let gauge = metrics.gauge("in_flight", "Now.", &[]);

        let guard = gauge.enter();
        assert!(metrics.render().contains("in_flight 1\n"));
        drop(guard);

        assert!(metrics.render().contains("in_flight 0\n"));
    }
}
