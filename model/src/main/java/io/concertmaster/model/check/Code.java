package io.concertmaster.model.check;

/** The kinds of problems, for programs; people read the message. */
public enum Code {
  /** The node's type is not known here. */
  UNKNOWN_TYPE,
  /** The node stands for one that is not available here. */
  UNAVAILABLE,
  /** The type is known, but not in this version. */
  UNKNOWN_VERSION,
  /** The node has no name. */
  EMPTY_NAME,
  /** Two nodes have one name, by which expressions find them. */
  DUPLICATE_NAME,
  /** The type has no parameter of this name. */
  UNKNOWN_PARAMETER,
  /** A value that must be there is not. */
  MISSING_VALUE,
  /** A value of the wrong kind, or out of its bounds. */
  WRONG_VALUE,
  /** An expression that cannot be evaluated, whatever the data; a warning on a foreign node. */
  BAD_EXPRESSION,
  /** An expression where only a fixed value makes sense. */
  EXPRESSION_NOT_ALLOWED,
  /** An expression speaks of a node that is not there; a warning on a foreign node. */
  UNKNOWN_NAME,
  /** A secret stands in the file for everybody to read. */
  SECRET_IN_CLEAR,
  /** A node needs a credential and names none. */
  MISSING_CREDENTIAL,
  /** A node names a credential that is not here. */
  UNKNOWN_CREDENTIAL,
  /** A node names a credential of a type that it cannot take. */
  WRONG_CREDENTIAL,
  /** A connection begins or ends at a node that is not there. */
  UNKNOWN_NODE,
  /** A connection begins or ends at a port that its node does not have. */
  UNKNOWN_PORT,
  /** A connection leads into a trigger. */
  CONNECTION_INTO_TRIGGER,
  /** There is nothing from which a run could begin. */
  NO_START,
  /** All triggers are disabled. */
  DISABLED_TRIGGER,
  /** Nothing leads to the node, so it never runs. */
  UNREACHABLE,
  /** Items that go round in a loop never leave it. */
  ENDLESS_LOOP,
  /** A trigger cannot wait for what it should; it can still be run by hand. */
  CANNOT_LISTEN,
  /** A form that cannot be shown, or no answer to it be judged. */
  BAD_FORM,
  /** A form that some people cannot fill in, or that could be better. */
  FORM_ADVICE,
  /** Where the file is to lie, another one lies already. */
  PATH_TAKEN,
  /** The file lay somewhere else before. */
  PATH_MOVED,
  /** A file that is needed is not there, or cannot be used. */
  MISSING_FILE,
  /** Only the run decides which workflow is called. */
  OPEN_CALL,
  /** Workflows call each other in a circle. */
  CALL_CIRCLE
}
