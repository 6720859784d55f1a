#pragma once

#include "app/document/session.h"
#include "app/scene/palette.h"
#include "core/optimizer/anatomy.h"

namespace thalweg {

/// A term's arrow over the views, which are as colourful in both themes.
inline Color arrow_color(StepTermKind kind) {
    switch (kind) {
        case StepTermKind::gradient:
            return rgb(0xFFFFFF);
        case StepTermKind::shaped:
            return rgb(0x7DD3FC);
        case StepTermKind::memory:
            return rgb(0xFFA94D);
        case StepTermKind::direction:
            return rgb(0xFF7AB8);
        case StepTermKind::scaled:
            return rgb(0xC4A1FF);
        case StepTermKind::decay:
            return rgb(0xB8C0CC);
        case StepTermKind::step:
            break;
    }
    return rgb(0x7CFF6B);
}

/// The same as words in a panel: darker on paper.
inline Color word_color(StepTermKind kind, Theme theme) {
    if (theme == Theme::dark) return arrow_color(kind);
    switch (kind) {
        case StepTermKind::gradient:
            return rgb(0x1A1D23);
        case StepTermKind::shaped:
            return rgb(0x0369A1);
        case StepTermKind::memory:
            return rgb(0xB45309);
        case StepTermKind::direction:
            return rgb(0xBE185D);
        case StepTermKind::scaled:
            return rgb(0x6D28D9);
        case StepTermKind::decay:
            return rgb(0x5A6270);
        case StepTermKind::step:
            break;
    }
    return rgb(0x15803D);
}

}  // namespace thalweg
