// What stands in the place of functions of TeaVM's under the same names, and a few more, so that programs are small: Program reads this file.
// Java's arrays are JavaScript's; nobody asks a class for more than whether an object is of it; exceptions know their texts.

// --- classes

// The class of all objects, jl_Object, has JavaScript's Object for its parent. The interfaces are those that objects are tested for, all of them and not
// only the nearest.
let $rt_kinds = Symbol(),
$rt_class = (parent, ...interfaces) => {
    let made = function() {};
    parent ||= jl_Object;
    made.prototype = Object.create(parent.prototype);
    made.prototype.constructor = made;
    if (interfaces.length) {
        made.prototype[$rt_kinds] = interfaces.concat(parent.prototype[$rt_kinds] || []);
    }
    return made;
},

$rt_isInstance = (object, type) =>
    object instanceof jl_Object && (object instanceof type || !!object[$rt_kinds] && object[$rt_kinds].includes(type)),

// Classes, each followed by the names and functions of its methods.
$rt_methods = list => {
    let prototype;
    for (let i = 0; i < list.length; ++i) {
        if (typeof list[i] === "string") {
            prototype[list[i]] = $rt_method(list[++i]);
        } else {
            prototype = list[i].prototype;
        }
    }
},

// A function that takes its object first as a method that is called on it. Calls with a fixed number of arguments are the faster ones.
$rt_method = f => {
    switch (f.length) {
        case 0:
        case 1:
            return function() { return f(this); };
        case 2:
            return function(a) { return f(this, a); };
        case 3:
            return function(a, b) { return f(this, a, b); };
        case 4:
            return function(a, b, c) { return f(this, a, b, c); };
        default:
            return function(...all) { return f(this, ...all); };
    }
},

// The first look at a class has set its static fields: the function that did it is replaced by this one.
$rt_eraseClinit = () => {},

jl_Object_toString = () => $rt_str("Object"),

// --- texts

$rt_texts = { __proto__ : null },
$rt_s = text => $rt_texts[text] ??= $rt_str(text),

// --- arrays

$rt_createArray = size => new Array(size).fill(null),
$rt_createUnfilledArray = $rt_createArray,
$rt_createBooleanArray = size => new Int8Array(size),
$rt_createBooleanArrayFromData = data => new Int8Array(data),
$rt_createByteArray = size => new Int8Array(size),
$rt_createByteArrayFromData = data => new Int8Array(data),
$rt_createShortArray = size => new Int16Array(size),
$rt_createShortArrayFromData = data => new Int16Array(data),
$rt_createCharArray = size => new Uint16Array(size),
$rt_createCharArrayFromData = data => new Uint16Array(data),
$rt_createIntArray = size => new Int32Array(size),
$rt_createIntArrayFromData = data => new Int32Array(data),
$rt_createLongArray = size => new BigInt64Array(size),
$rt_createLongArrayFromData = data => new BigInt64Array(data),
$rt_createFloatArray = size => new Float32Array(size),
$rt_createFloatArrayFromData = data => new Float32Array(data),
$rt_createDoubleArray = size => new Float64Array(size),
$rt_createDoubleArrayFromData = data => new Float64Array(data),

// Sizes come from the inside out.
$rt_createArrays = (sizes, createInnermost) => {
    let create = i => i ? Array.from({ length : sizes[i] }, () => create(i - 1)) : createInnermost(sizes[0]);
    return create(sizes.length - 1);
},
$rt_createMultiArray = sizes => $rt_createArrays(sizes, $rt_createArray),
$rt_createBooleanMultiArray = sizes => $rt_createArrays(sizes, $rt_createBooleanArray),
$rt_createByteMultiArray = sizes => $rt_createArrays(sizes, $rt_createByteArray),
$rt_createShortMultiArray = sizes => $rt_createArrays(sizes, $rt_createShortArray),
$rt_createCharMultiArray = sizes => $rt_createArrays(sizes, $rt_createCharArray),
$rt_createIntMultiArray = sizes => $rt_createArrays(sizes, $rt_createIntArray),
$rt_createLongMultiArray = sizes => $rt_createArrays(sizes, $rt_createLongArray),
$rt_createFloatMultiArray = sizes => $rt_createArrays(sizes, $rt_createFloatArray),
$rt_createDoubleMultiArray = sizes => $rt_createArrays(sizes, $rt_createDoubleArray),
$rt_arrayLength = array => array.length,
jlr_Array_getLength = $rt_arrayLength,

jl_System_arraycopy = (source, from, target, to, count) => {
    if (from < 0 || to < 0 || count < 0 || from + count > source.length || to + count > target.length) {
        throw new RangeError("no array has these places: " + [from, to, count, source.length, target.length]);
    }
    if (source.subarray) {
        target.set(source.subarray(from, from + count), to);
    } else {
        source.slice(from, from + count).forEach((value, i) => target[to + i] = value);
    }
},
jl_System_fastArraycopy = jl_System_arraycopy,

// A class is its own object of class Class. Classes can be compared. A longer copy asks for the class of an array's elements, only to make another array of it.
jl_Object_getClass = object => object.constructor,
jl_Class_getComponentType = type => type,
$rt_createPrimitiveCls = () => ({}),
otrr_ClassInfo_newArrayInstance = (type, size) => $rt_createArray(size),

// --- exceptions

$rt_javaExceptionProp = Symbol(),
$rt_fillNativeException = () => {},
$rt_exception = exception => {
    if (!exception.$jsException) {
        exception.$jsException = new Error($rt_ustr(jl_Throwable_getMessage(exception)) ?? "");
        exception.$jsException[$rt_javaExceptionProp] = exception;
    }
    return exception.$jsException;
},
$rt_wrapException = error => {
    if (!error[$rt_javaExceptionProp]) {
        let exception = $rt_createException($rt_str("(JavaScript) " + error));
        exception.$jsException = error;
        error[$rt_javaExceptionProp] = exception;
    }
    return error[$rt_javaExceptionProp];
},

// --- what JavaScript calls

// A function of one of an object's methods; always the same, so that a listener can be taken away again.
otji_JS_function = (given, name = "call") => {
    let object = otji_JSWrapper_unwrap(given);
    return object && (object["to " + name] ??= (...all) => object[name](...all));
},

// --- numbers

$rt_imul = Math.imul;
