"""Pointer: the Numba type of a bound record, and how compiled code reads its fields.

Imported only when kernels are compiled. Nothing here is about campaigns.
"""

from typing import Any

from numba import from_dtype, types
from numba.core import cgutils
from numba.core.datamodel import models
from numba.core.datamodel.registry import register_default
from numba.core.imputils import impl_ret_borrowed, lower_getattr_generic
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic

from refight.compiler import declared
from refight.engine import bind
from refight.engine.system import State, System

WORD = 8  # bytes


class Packed(types.Type):
    """Numba type: a pointer to the words of a handle."""

    @property
    def record(self) -> type:
        """The record whose fields the pointer reads."""
        return System if self.name == "System" else State


SYSTEM, STATE = Packed("System"), Packed("State")
FIELDS = {
    record.__name__: {
        name: (types.Array(from_dtype(dtype), len(axes), "C"), axes, offset)
        for (name, (dtype, axes)), offset in zip(
            declared(record).items(), bind.offsets(record).values(), strict=True
        )
    }
    for record in (System, State)
}


@register_default(Packed)
class PackedModel(models.OpaqueModel):
    """A plain address."""


@infer_getattr
class PackedAttribute(AttributeTemplate):
    """Types of the fields."""

    key = Packed

    def generic_resolve(self, typ: Packed, attr: str) -> Any:  # type: ignore[override]
        """Return the array type of a field."""
        return FIELDS[typ.name][attr][0] if attr in FIELDS[typ.name] else None


@lower_getattr_generic(Packed)
def read_field(context: Any, builder: Any, typ: Packed, value: Any, attr: str) -> Any:
    """Load a field's array from its place in the handle, which nothing writes to."""
    array, axes, offset = FIELDS[typ.name][attr]
    address = cgutils.pointer_add(builder, value, offset * WORD)
    kind = context.get_value_type(array).as_pointer()
    loaded = builder.load(builder.bitcast(address, kind))
    loaded.set_metadata("invariant.load", builder.module.add_metadata([]))
    held = context.make_array(array)(context, builder, loaded)
    _fix_lengths(builder, held, axes, array.dtype.bitwidth // 8)
    return impl_ret_borrowed(context, builder, array, held._getvalue())


def _fix_lengths(
    builder: Any, held: Any, axes: tuple[int | str, ...], size: int
) -> None:
    """Write lengths that never vary as constants: no load, no multiplication."""
    have = cgutils.unpack_tuple(builder, held.shape)
    word = have[0].type
    shape = [
        word(axis) if isinstance(axis, int) else n
        for axis, n in zip(axes, have, strict=True)
    ]
    strides = [word(size)]
    for n in reversed(shape[1:]):
        strides.insert(0, builder.mul(strides[0], n))
    held.shape = cgutils.pack_array(builder, shape)
    held.strides = cgutils.pack_array(builder, strides)


def _opener(packed: Packed) -> Any:
    def build(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        kind = signature.args[0]
        data = context.make_array(kind)(context, builder, args[0]).data
        return builder.bitcast(data, cgutils.voidptr_t)

    def opener(typingctx: Any, handle: Any) -> Any:
        """Return the record behind a handle."""
        return packed(handle), build

    return intrinsic(opener)


open_system = _opener(SYSTEM)
open_state = _opener(STATE)
