package nl.leercirkel.job;

/** One attempt at a job. */
record Run(JobId id, int attempt) {}
