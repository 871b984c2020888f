package nl.leercirkel.job;

import java.time.Instant;

/** A file that can be downloaded until it expires. */
record StoredFile(JobId jobId, String name, String mediaType, long size, Instant expiresAt) {}
