#pragma once

#include "app/document/session.h"
#include "app/view/label.h"

namespace thalweg {

/// Whether a grip is an end of a curve's interval, and where that end is.
inline bool is_end(StudyGrip grip) {
    return grip == StudyGrip::left_end || grip == StudyGrip::right_end;
}
inline double end_of(const Session& session, StudyGrip grip) {
    return grip == StudyGrip::left_end ? session.landscape.domain.x0 : session.landscape.domain.x1;
}

}  // namespace thalweg
