package io.concertmaster.designer.command;

/**
 * A line of the command palette.
 *
 * @param kind what it is, such as “Node type”
 * @param title what people look for
 * @param detail the smaller text beside the title; may be empty
 * @param icon an icon's literal
 * @param keys its keys; may be empty
 * @param action what happens when it is chosen
 */
public record Choice(
    String kind, String title, String detail, String icon, String keys, Runnable action) {}
