//! The threads that serve connections: one a processor, each with a runtime of its own.
//!
//! A connection stays with the worker that got it, and with it what is done for its requests at each of them: their tasks and timers, the
//! connections to applications, the numbers they move. What is shared are sessions and what is remembered beside them, and the connections to
//! authorization servers, each of which is served by the worker that opened it. Workers of one runtime take over each other's tasks and wake each other to do so, which costs more than it
//! brings where a task is done in some ten microseconds (`docs/performance.md` has both).

use std::future::Future;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::{io, thread};

use tokio::runtime::{Builder, Handle};
use tokio::sync::watch;
use tracing::dispatcher;

/// The workers of a gateway. Dropping them ends at once whatever is still running on them.
#[derive(Debug)]
pub(super) struct Workers {
    crew: Arc<[Worker]>,
    /// Says nothing; each worker ends when it closes.
    _needed: watch::Sender<()>,
}

/// One of them, for those who have work.
#[derive(Debug)]
pub(super) struct Worker {
    runtime: Handle,
    /// How much of what it was given is not done.
    load: Arc<AtomicUsize>,
}

impl Workers {
    /// Starts that many, or as many as this process has processors, by its affinity and its share of them (cgroups).
    ///
    /// # Errors
    /// Where the system refuses a thread or what a runtime needs.
    pub(super) fn start(count: Option<NonZeroUsize>) -> io::Result<Self> {
        let (needed, until) = watch::channel(());
        let count = count.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        let crew = (0..count).map(|number| Worker::start(number, until.clone())).collect::<io::Result<_>>()?;
        Ok(Self { crew, _needed: needed })
    }

    /// All of them.
    pub(super) fn crew(&self) -> &Arc<[Worker]> {
        &self.crew
    }
}

impl Worker {
    /// It writes to the log of whoever starts it. Its runtime is made and dropped on its own thread: on one that belongs to another
    /// runtime it could not be.
    fn start(number: usize, mut needed: watch::Receiver<()>) -> io::Result<Self> {
        let log = dispatcher::get_default(Clone::clone);
        let (tell, told) = mpsc::channel();
        let run = move || match Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => {
                let _ = tell.send(Ok(runtime.handle().clone()));
                let _ = runtime.block_on(needed.changed());
            }
            Err(error) => drop(tell.send(Err(error))),
        };
        thread::Builder::new().name(format!("worker {number}")).spawn(move || dispatcher::with_default(&log, run))?;
        let runtime = told.recv().map_err(io::Error::other)??;
        Ok(Self { runtime, load: Arc::default() })
    }

    /// Which of `crew` has the least to do, and where it stands among them.
    pub(super) fn idlest(crew: &[Self]) -> Option<(usize, &Self)> {
        crew.iter().enumerate().min_by_key(|(_, worker)| worker.load.load(Ordering::Relaxed))
    }

    /// Leaves it to do.
    pub(super) fn take_on(&self, work: impl Future<Output = ()> + Send + 'static) {
        let load = Load::on(&self.load);
        self.runtime.spawn(async move {
            let _load = load;
            work.await;
        });
    }
}

/// Something that a worker was given and that is not done.
struct Load(Arc<AtomicUsize>);

impl Load {
    fn on(load: &Arc<AtomicUsize>) -> Self {
        load.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(load))
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::sync::{mpsc, oneshot};

    use super::*;

    fn two() -> [Worker; 2] {
        let (needed, until) = watch::channel(());
        std::mem::forget(needed);
        [0, 1].map(|number| Worker::start(number, until.clone()).expect("started"))
    }

    #[tokio::test]
    async fn work_goes_to_whoever_has_less_of_it() {
        let crew = two();
        let mut unfinished = Vec::new();
        let mut given = Vec::new();
        for _ in 0..6 {
            let (number, worker) = Worker::idlest(&crew).expect("one");
            let (finish, finished) = oneshot::channel::<()>();
            worker.take_on(async { finished.await.expect("told so") });
            unfinished.push((number, finish));
            given.push(number);
        }
        assert_eq!(given, [0, 1, 0, 1, 0, 1]);

        for (number, finish) in unfinished {
            if number == 1 {
                finish.send(()).expect("it waits");
            }
        }
        while crew[1].load.load(Ordering::Relaxed) > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(Worker::idlest(&crew).map(|(number, _)| number), Some(1));
    }

    #[tokio::test]
    async fn whatever_still_runs_ends_with_the_workers() {
        let workers = Workers::start(NonZeroUsize::new(3)).expect("started");
        let (alive, mut all_gone) = mpsc::channel::<()>(1);
        assert_eq!(workers.crew().len(), 3);
        for worker in workers.crew().iter() {
            let alive = alive.clone();
            worker.take_on(async move {
                let _alive = alive;
                std::future::pending::<()>().await;
            });
        }
        drop(alive);

        drop(workers);

        let gone = tokio::time::timeout(Duration::from_secs(5), all_gone.recv()).await;
        assert_eq!(gone.expect("in time"), None);
    }
}
