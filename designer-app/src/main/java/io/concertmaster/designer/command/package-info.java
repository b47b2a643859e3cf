/**
 * Everything that people can do, once: menus, keys, buttons and the command palette read it here.
 */
@NullMarked
package io.concertmaster.designer.command;

import org.jspecify.annotations.NullMarked;
