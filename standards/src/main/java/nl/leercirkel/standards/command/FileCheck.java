package nl.leercirkel.standards.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Checks one kind of file for the command {@code valideer}. */
public interface FileCheck {
    /** Whether a file is of this kind, by its name and its first bytes (at most 512). The first check that says so gets the file. */
    boolean recognises(Path file, byte[] start);

    /** Checks the file and prints the findings, in Dutch, one to a line. True when nothing is wrong. */
    boolean check(Path file, ValidateOptions options, PrintStream out) throws IOException;
}
