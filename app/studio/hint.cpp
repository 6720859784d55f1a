#include "app/studio/hint.h"

namespace thalweg {

std::string hint(const Pointer& pointer, const Session& session) {
    if (pointer.hovered_study == StudyGrip::point) return "drag to move · Shift: round numbers";
    if (pointer.hovered_study == StudyGrip::tip) return "drag to turn and stretch · Shift: round numbers";
    if (pointer.hovered_study == StudyGrip::left_end || pointer.hovered_study == StudyGrip::right_end)
        return "drag to move the end of the interval · Shift: round numbers";
    if (pointer.hovered_start < 0) return {};
    const bool last = session.starts.size() < 2;
    return last ? "drag to move · Shift: round numbers · double-click elsewhere adds"
                : "drag to move · Shift: round numbers · right-click removes";
}

}  // namespace thalweg
