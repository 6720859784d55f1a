#include "app/panels/optimizer_looks.h"

#include "app/panels/study.h"

namespace thalweg {

void look_at_optimizer(Session& session, InterfaceState& state, LensKind lens, int row) {
    session.ensemble.optimizer = row;
    if (session.study.lens != lens) toggle_lens(session, state, lens);
}

}  // namespace thalweg
