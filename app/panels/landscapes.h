#pragma once

#include <string>
#include <vector>

#include "app/panels/panel.h"

namespace thalweg {

/// The group of the formulas that are kept in the session, and of what is open if it is none of the catalogue's.
inline constexpr const char* own_group = "own";

/// Whether what is open is none of the catalogue's, and not kept either.
bool is_unkept(const Session& session, const Catalogue& catalogue);

/// The catalogue's groups, and one's own when something is kept in it or it is looked at.
std::vector<LandscapeGroup> shown_groups(const Session& session, const InterfaceState& state,
                                         const Catalogue& catalogue);

/// Puts a kept formula into the session and lets its paths run.
void open_kept(const KeptFormula& kept, Session& session, InterfaceState& state);

/// The landscape's name: the catalogue's, the kept one or the file's; "Your formula" for one just typed.
std::string landscape_name(const Session& session, const Catalogue& catalogue);

/// All landscapes in one menu, for windows too narrow for thumbnails; and the rows of a menu with those of one group.
void draw_landscape_menu(Panel& panel);
void draw_group_rows(Panel& panel, const std::string& group);

/// A field for the formula, with what is wrong under the character where it is; `width` in pixels.
void draw_formula_field(Panel& panel, float width);

/// Buttons with what they open: the domain box; keeping the formula among the thumbnails.
void draw_domain_button(Panel& panel, bool with_words);
void draw_keep_button(Panel& panel);

/// The domain as words: "[−5, 5] × [−5, 5]".
std::string domain_words(const Box& domain);

}  // namespace thalweg
