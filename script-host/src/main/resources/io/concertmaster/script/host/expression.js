// The world of expressions: n8n's names, its extension methods, and JavaScript's own objects, frozen.
(function (host, extensions, forbidden, library) {
  "use strict";
  const apply = Reflect.apply;
  const define = Object.defineProperty;
  const freeze = Object.freeze;
  const names = Object.getOwnPropertyNames;
  const hasOwn = Object.hasOwn;
  const prototypeOf = Object.getPrototypeOf;
  const text = String;
  const world = globalThis;
  const natives = names(globalThis);
  const refused = new Set(Array.from(forbidden));
  const isRefused = refused.has.bind(refused);

  function hidden(object, name, value) {
    define(object, name, { value, writable: false, enumerable: false, configurable: false });
  }

  function constant(name, value) {
    define(world, name, { value, writable: false, enumerable: false, configurable: true });
  }

  function variable(name, get) {
    define(world, name, { get, enumerable: false, configurable: true });
  }

  // Keys that are computed: a forbidden name is refused as one that is written.
  constant("$$key", (key) => {
    if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
      if (isRefused(key)) host.refuse(key);
      return key;
    }
    const name = typeof key === "object" && key !== null ? text(key) : key;
    if (isRefused(name)) host.refuse(name);
    return name;
  });

  // Extension methods.
  const missing = [Object.create(null), Object.create(null)];
  // Objects without a prototype, such as a match's groups, have none of the methods below.
  const ProxyOf = Proxy;
  const bare = (value) => new ProxyOf(freeze({}), {
    get: (target, name) => (...given) => {
      const own = value[text(name).slice(3)];
      return typeof own === "function" ? apply(own, value, given) : host.extension(text(name).slice(3), value, given);
    },
  });
  constant("$$of", (value) => {
    if (value === undefined) return missing[0];
    if (value === null) return missing[1];
    return typeof value === "object" && value.$x$isEmpty === undefined ? bare(value) : value;
  });
  const { groupBy, setPrototypeOf, prototype } = Object;
  define(Object, "groupBy", { value: (items, keyOf) => setPrototypeOf(groupBy(items, keyOf), prototype) });
  for (const name of Array.from(extensions)) {
    const marked = "$x$" + name;
    hidden(Object.prototype, marked, function (...given) {
      const own = this[name];
      return typeof own === "function" ? apply(own, this, given) : host.extension(name, this, given);
    });
    hidden(missing[0], marked, (...given) => host.extension(name, undefined, given));
    hidden(missing[1], marked, (...given) => host.extension(name, null, given));
  }

  // The run.
  for (const name of ["$json", "$data", "$binary", "$thisItem", "$itemIndex", "$position", "$thisItemIndex",
    "$runIndex", "$thisRunIndex", "$workflow", "$execution", "$now", "$today",
    "$vars", "$parameter", "$rawParameter", "$self", "$prevNode", "$mode", "$nodeId", "$nodeVersion", "$webhookId",
    "$request", "$response", "$pageCount"]) {
    variable(name, () => host.variable(name));
  }
  for (const name of Array.from(library)) {
    variable(name, () => host.variable(name));
  }
  constant("$$if", (test, then, otherwise) => (test ? then() : otherwise === undefined ? false : otherwise()));
  constant("$if", (test, then, otherwise = false) => (test ? then : otherwise));
  constant("$env", freeze(new Proxy(freeze({}), {
    get: (target, name) => (typeof name === "string" ? host.environment(name) : undefined),
  })));
  constant("$input", freeze({
    get item() { return host.item(); },
    get context() { return host.inputContext(); },
    first: () => host.inputEnd(true),
    last: () => host.inputEnd(false),
    all: () => host.inputAll(),
  }));
  // Nodes as scripts see them, by name: they hold nothing of a run.
  const nodes = new Map();
  let many = 0;
  const knownNode = nodes.get.bind(nodes);
  const keepNode = nodes.set.bind(nodes);
  const forgetNodes = nodes.clear.bind(nodes);
  constant("$", (name) => {
    const node = text(name);
    const known = knownNode(node);
    if (known) return known;
    const made = freeze({
      get item() { return host.paired(node); },
      get params() { return host.parameters(node); },
      get isExecuted() { return host.executed(node); },
      get context() { return host.nodeContext(node); },
      itemMatching: (index) => (index === undefined ? host.paired(node) : host.pairedTo(node, index)),
      pairedItem: (index) => (index === undefined ? host.paired(node) : host.pairedTo(node, index)),
      first: (output, run) => host.nodeEnd(node, true, output, run),
      last: (output, run) => host.nodeEnd(node, false, output, run),
      all: (output, run) => host.nodeAll(node, output, run),
    });
    if (++many > 500) {
      forgetNodes();
      many = 0;
    }
    keepNode(node, made);
    return made;
  });
  // As many as ScriptSource.Script.MOST_PAIRED.
  for (let i = 0; i < 8; i++) {
    variable("$$paired" + i, () => host.pairedRecord(i));
  }
  constant("$node", freeze(new Proxy(freeze({}), {
    get: (target, name) => {
      if (typeof name !== "string") return undefined;
      return freeze({
        get json() { return host.sameIndex(name).json; },
        get data() { return host.sameIndex(name).json; },
        get binary() { return host.sameIndex(name).binary ?? {}; },
        get parameter() { return host.parameters(name); },
        get context() { return host.nodeContext(name); },
        get runIndex() { return host.nodeRuns(name) - 1; },
      });
    },
  })));

  // JavaScript's own objects: nobody changes them, and no way leads from a value to what made it.
  const own = new Set();

  // A frozen property of a prototype would keep objects from having one of their own by the same name.
  const overridable = new Set([Object.prototype, Error.prototype, TypeError.prototype, RangeError.prototype,
    SyntaxError.prototype, ReferenceError.prototype, EvalError.prototype, URIError.prototype]);
  function replaceable(prototype) {
    for (const key of Reflect.ownKeys(prototype)) {
      const property = Object.getOwnPropertyDescriptor(prototype, key);
      if (!("value" in property) || !property.configurable) continue;
      define(prototype, key, {
        get: () => property.value,
        set(value) {
          if (this === prototype) throw new TypeError("JavaScript's own objects cannot be changed");
          define(this, key, { value, writable: true, enumerable: true, configurable: true });
        },
        enumerable: false,
        configurable: false,
      });
    }
  }

  // A method has nothing but its name and length: it needs no look at each.
  const isMethod = (value) => typeof value === "function" && !hasOwn(value, "prototype") && !hasOwn(value, "constructor");

  function shut(object) {
    if ((typeof object !== "object" && typeof object !== "function") || object === null || own.has(object)) return;
    own.add(object);
    for (const key of Reflect.ownKeys(object)) {
      const property = Object.getOwnPropertyDescriptor(object, key);
      if (property.get) freeze(property.get);
      if (property.set) freeze(property.set);
      if (key === "constructor" && property.configurable) {
        hidden(object, key, undefined);
      } else if (typeof key === "string" && isRefused(key) && property.configurable) {
        delete object[key];
      } else if (isMethod(property.value)) {
        freeze(property.value);
      } else if (property.value) {
        shut(property.value);
      }
    }
    shut(prototypeOf(object));
    if (overridable.has(object)) replaceable(object);
    freeze(object);
  }
  for (const name of natives) {
    if (name !== "globalThis") shut(globalThis[name]);
  }
  for (const made of [function* () {}, async function () {}, async function* () {}, () => {},
    [][Symbol.iterator](), ""[Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](),
    "".matchAll(/a/g), new Uint8Array()]) {
    shut(prototypeOf(made));
    if (made.prototype) shut(made.prototype);
  }
  for (const name of ["window", "Window", "self", "document", "global", "globalThis", "confirm", "alert", "prompt",
    "eval", "uneval", "setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "Function",
    "fetch", "XMLHttpRequest", "Promise", "Generator", "GeneratorFunction", "AsyncFunction", "AsyncGenerator",
    "AsyncGeneratorFunction", "WebAssembly", "Reflect", "Proxy", "escape", "unescape"]) {
    define(world, name, { get: () => ({}), enumerable: false, configurable: false });
  }
  freeze(world);
  return { textOf: (value) => (value === undefined || value === null ? "" : text(value)) };
})
