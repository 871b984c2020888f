package nl.leercirkel.report.document;

/** A part of a document. What may stand where is in the types: a heading never ends up inside a callout. */
public sealed interface Block permits Section, TableOfContents, SourceList, PageBreak, Block.Flow {

    /** Content that may stand in any section. */
    sealed interface Flow extends Block permits Prose, Table, DefinitionList, Callout, ChartBlock {}

    /** Running text, which may also stand inside a callout. */
    sealed interface Prose extends Flow permits Paragraph, BulletList, NumberedList {}
}
