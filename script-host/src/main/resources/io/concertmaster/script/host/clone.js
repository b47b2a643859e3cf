// structuredClone for scripts of Code nodes (HTML §2.7).
(function (host) {
  "use strict";
  function uncloneable(value) {
    const error = new Error((typeof value === "function" ? "a function" : typeof value === "symbol" ? "a symbol" : "such an object")
      + " cannot be cloned");
    error.name = "DataCloneError";
    return error;
  }

  const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

  function clone(value, seen) {
    if (typeof value === "function" || typeof value === "symbol") throw uncloneable(value);
    if (typeof value !== "object" || value === null || host.isOfTheLibrary(value)) return value;
    if (seen.has(value)) return seen.get(value);
    const keep = (made) => {
      seen.set(value, made);
      return made;
    };
    if (Array.isArray(value)) {
      const made = keep(new Array(value.length));
      for (const key of Object.keys(value)) made[key] = clone(value[key], seen);
      return made;
    }
    if (value instanceof Date) return keep(new Date(value.getTime()));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (value instanceof Map) {
      const made = keep(new Map());
      for (const [key, each] of [...value]) made.set(clone(key, seen), clone(each, seen));
      return made;
    }
    if (value instanceof Set) {
      const made = keep(new Set());
      for (const each of [...value]) made.add(clone(each, seen));
      return made;
    }
    if (value instanceof ArrayBuffer) return keep(value.slice(0));
    if (ArrayBuffer.isView(value)) {
      const buffer = clone(value.buffer, seen);
      const Made = kindOf(value) === "DataView" ? DataView : globalThis[kindOf(value)];
      return keep(new Made(buffer, value.byteOffset, kindOf(value) === "DataView" ? value.byteLength : value.length));
    }
    if (value instanceof Error) {
      const kinds = { __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
      const Kind = kinds[value.name] ?? Error;
      return keep(Object.assign(new Kind(value.message), "cause" in value ? { cause: clone(value.cause, seen) } : {}));
    }
    if (value instanceof String || value instanceof Number || value instanceof Boolean) return keep(Object(value.valueOf()));
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef) {
      throw uncloneable(value);
    }
    const made = keep({});
    for (const key of Object.keys(value)) {
      Object.defineProperty(made, key, { value: clone(value[key], seen), writable: true, enumerable: true, configurable: true });
    }
    return made;
  }

  return { structuredClone: (value) => clone(value, new Map()) };
})
