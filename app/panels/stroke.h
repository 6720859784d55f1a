#pragma once

#include <imgui.h>

#include <span>
#include <vector>

namespace thalweg {

/// A polyline cut where it turns by more than 60°: there ImGui's mitred joins taper to blades or tear the line apart.
/// Both parts reach past the cut, so that together they fill the outer corner; width: of the line. Points that repeat
/// the one before them are left out, and with less than two others there is no part.
std::vector<std::vector<ImVec2>> cut_at_sharp_turns(std::span<const ImVec2> line, float width);

/// Strokes a polyline in its full width, however sharply it turns.
void stroke(ImDrawList& list, std::span<const ImVec2> line, ImU32 color, float width);

}  // namespace thalweg
