package org.tongcheng.reference;

/** One cell and where it starts; lines and columns count from 1, in characters. */
record CsvCell(int line, int column, String text) {

    private static final int SHOWN_LENGTH = 64;

    /** The text, short enough for a message. */
    String shown() {
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "...";
    }
}
