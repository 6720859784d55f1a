#include "app/document/lens_kind.h"

#include <algorithm>
#include <array>

namespace thalweg {
namespace {

constexpr auto rows = std::to_array<LensRow>({
#define LENS(kind, name, grips, hint) {LensKind::kind, #kind, name, LensGrips::grips, hint},
#include "app/document/lenses.def"
#undef LENS
});

}  // namespace

std::span<const LensRow> lens_rows() {
    return rows;
}

bool grips_ends(LensKind kind) {
    const LensRow* row = find_lens(kind);
    return row != nullptr && row->grips == LensGrips::ends;
}

const LensRow* find_lens(LensKind kind) {
    const auto row = std::ranges::find(rows, kind, &LensRow::kind);
    return row == rows.end() ? nullptr : &*row;
}

}  // namespace thalweg
