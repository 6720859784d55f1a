#include "app/studio/pace.h"

#include <algorithm>

namespace thalweg {
namespace {

constexpr double frame_seconds = 1.0 / 60;
constexpr double look_for_news_seconds = 0.05;
constexpr double at_most_seconds = 3600;

}  // namespace

double seconds_to_sleep(const Doings& doings, double since_frame) {
    if (doings.animating || doings.unsettled) return std::max(0.0, frame_seconds - since_frame);
    double sleep = at_most_seconds;
    if (doings.background) sleep = look_for_news_seconds;
    for (const double due : {doings.toast_ends, doings.hint_due}) {
        if (due > 0) sleep = std::min(sleep, due);
    }
    return sleep;
}

bool draws_unasked(const Doings& doings, bool news) {
    return doings.animating || doings.unsettled || news;
}

}  // namespace thalweg
