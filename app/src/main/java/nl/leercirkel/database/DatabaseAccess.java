package nl.leercirkel.database;

/**
 * How to reach the database: as the owner of the tables (migrations) and as the application, which owns nothing and is
 * bound by row-level security.
 */
record DatabaseAccess(String url, Credentials owner, Credentials application) {}
