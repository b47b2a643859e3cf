// What every world begins with: how values cross its border. It keeps its own hold of JavaScript's functions,
// since a script may change them.
(function (functions, refused) {
  "use strict";
  const { isArray } = Array;
  const { keys } = Object;
  const apply = Reflect.apply;
  const ProxyOf = Proxy;
  const { startsWith, slice } = String.prototype;
  const DateValue = Date;
  const ErrorValue = Error;
  const get = WeakMap.prototype.get;
  const has = WeakMap.prototype.has;
  const set = WeakMap.prototype.set;
  const isInstance = Function.prototype[Symbol.hasInstance];
  const define = Object.defineProperty;
  const handles = new WeakMap();

  // What the host refuses is, for scripts that people wrote, an Error of their own world, with a stack.
  const kinds = { TypeError, RangeError, ReferenceError, __proto__: null };
  const guarded = (called) => (refused === undefined ? called : (...given) => {
    try {
      return called(...given);
    } catch (error) {
      const why = refused();
      throw why === null ? error : new (kinds[why.name] ?? ErrorValue)(why.message);
    }
  });
  function guardedAll(given) {
    if (refused === undefined) return given;
    const all = {};
    for (const name of keys(given)) {
      all[name] = guarded(given[name]);
    }
    return all;
  }
  const host = guardedAll(functions);
  const nowhere = Object.freeze(Object.create(null));

  const passing = {
    get(target, name, self) {
      const handle = apply(get, handles, [self]);
      if (name === Symbol.toPrimitive) {
        return (hint) => host.primitive(handle, hint);
      }
      if (typeof name === "symbol") return undefined;
      return apply(startsWith, name, ["$x$"])
        ? (...given) => host.extension(apply(slice, name, [3]), self, given)
        : host.member(handle, name);
    },
    has(target, name) {
      return false;
    },
    set() {
      return false;
    },
    getPrototypeOf() {
      return null;
    },
  };

  function kindOf(value) {
    if (value === undefined) return 0;
    if (value === null) return 1;
    if (typeof value === "function") return 3;
    if (typeof value === "bigint") return 8;
    if (typeof value !== "object") return 0;
    if (apply(has, handles, [value])) return 4;
    if (isArray(value)) return 2;
    if (apply(isInstance, DateValue, [value])) return 5;
    if (apply(isInstance, ErrorValue, [value])) return 7;
    return 6;
  }

  // Names and values one after the other; or an object whose field 'value' stands for the whole.
  function fieldsOf(value, data) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return { value: value.valueOf() };
    }
    if (data && typeof value.toJSON === "function") {
      const shown = value.toJSON("");
      return { value: shown === value ? {} : shown };
    }
    const names = keys(value);
    const fields = new Array(2 * names.length);
    for (let i = 0; i < names.length; i++) {
      fields[2 * i] = names[i];
      fields[2 * i + 1] = value[names[i]];
    }
    return fields;
  }

  function arrayOf(values) {
    const size = values.length;
    const array = new Array(size);
    for (let i = 0; i < size; i++) {
      array[i] = values[i];
    }
    return array;
  }

  function objectOf(names, values) {
    const object = {};
    for (let i = 0; i < names.length; i++) {
      define(object, names[i], { value: values[i], writable: true, enumerable: true, configurable: true });
    }
    return object;
  }

  function wrap(handle) {
    const value = new ProxyOf(nowhere, passing);
    apply(set, handles, [value, handle]);
    return value;
  }

  return {
    undefined: undefined,
    nothing: null,
    kindOf,
    fieldsOf,
    arrayOf,
    objectOf,
    wrap,
    handleOf: (value) => apply(get, handles, [value]),
    host,
    guardedAll,
    functionOf: (called) => guarded((...given) => called(...given)),
  };
})
