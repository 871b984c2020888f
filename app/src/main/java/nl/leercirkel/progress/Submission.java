package nl.leercirkel.progress;

import java.time.Instant;
import java.util.UUID;

/** A version as it was handed in. It never changes. */
record Submission(
        UUID id, UUID roundId, UUID projectId, int number, Instant handedInAt, String personName, Content content) {}
