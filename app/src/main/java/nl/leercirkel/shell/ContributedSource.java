package nl.leercirkel.shell;

import org.jspecify.annotations.Nullable;

/**
 * A source that is no dataset.
 *
 * @param path where its parts and the figures that rest on it stand; null for somebody who may not open that
 * @param refresh how often something comes in
 * @param newest what came in last and when
 * @param count of how many parts it is made
 * @param remark what somebody must know beside the count; empty where there is nothing
 */
public record ContributedSource(
        String name,
        String supplier,
        String owner,
        String refresh,
        String newest,
        long count,
        String remark,
        @Nullable String path) {}
