#pragma once

#include <span>
#include <string_view>

namespace thalweg {

/// The closer looks that can be opened beside the views.
enum class LensKind {
    none,
#define LENS(kind, name, grips, hint) kind,
#include "app/document/lenses.def"
#undef LENS
};

/// "none|check|…", for a Setting.
inline constexpr const char* lens_choices = "none"
#define LENS(kind, name, grips, hint) "|" #kind
#include "app/document/lenses.def"
#undef LENS
    ;

/// What one can take hold of in the views while a lens is open.
enum class LensGrips { nothing, point, arm, ends };

/// A lens as menus know it.
struct LensRow {
    LensKind kind = LensKind::none;
    std::string_view id, name;
    LensGrips grips = LensGrips::nothing;
    std::string_view hint;
};

/// Whether the open lens shows the ends of a curve's interval as handles: those of `ends`.
bool grips_ends(LensKind kind);

/// All but `none`, in the order of the menu.
std::span<const LensRow> lens_rows();
/// The row of a lens; nullptr for `none`.
const LensRow* find_lens(LensKind kind);

}  // namespace thalweg
