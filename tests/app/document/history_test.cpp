#include "app/document/history.h"

#include <gtest/gtest.h>

namespace thalweg {
namespace {

Session with_start(double x) {
    Session session;
    session.starts = {{x, 0.0}};
    return session;
}

TEST(History, UndoAndRedoGoBackAndForth) {
    History history;
    history.record(with_start(0), with_start(1), false);
    history.record(with_start(1), with_start(2), false);
    Session now = with_start(2);
    now = history.undo(now);
    EXPECT_EQ(now.starts, with_start(1).starts);
    now = history.undo(now);
    EXPECT_EQ(now.starts, with_start(0).starts);
    EXPECT_FALSE(history.can_undo());
    EXPECT_EQ(history.undo(now), now);
    now = history.redo(now);
    now = history.redo(now);
    EXPECT_EQ(now.starts, with_start(2).starts);
    EXPECT_FALSE(history.can_redo());
    EXPECT_EQ(history.redo(now), now);
}

TEST(History, AGestureIsOneEntry) {
    History history;
    for (int i = 0; i < 10; ++i) history.record(with_start(i), with_start(i + 1), true);
    history.record(with_start(10), with_start(10), false);
    for (int i = 10; i < 15; ++i) history.record(with_start(i), with_start(i + 1), true);
    history.record(with_start(15), with_start(16), false);

    Session now = history.undo(with_start(16));
    EXPECT_EQ(now.starts, with_start(10).starts);
    now = history.undo(now);
    EXPECT_EQ(now.starts, with_start(0).starts);
    EXPECT_FALSE(history.can_undo());
}

TEST(History, AGestureThatHasNotMovedYetKeepsWhatWasBefore) {
    History history;
    history.record(with_start(0), with_start(0), true);
    history.record(with_start(0), with_start(1), true);
    history.record(with_start(1), with_start(2), false);
    EXPECT_EQ(history.undo(with_start(2)).starts, with_start(0).starts);
}

TEST(History, AnEditForgetsWhatWasUndone) {
    History history;
    history.record(with_start(0), with_start(1), false);
    const Session now = history.undo(with_start(1));
    history.record(now, with_start(5), false);
    EXPECT_FALSE(history.can_redo());
}

TEST(History, ArrangementAndTheStepShownAreNoEdits) {
    Session before = with_start(0);
    Session after = before;
    after.display.camera.azimuth = 1.0;
    after.display.map = {0, 1, 0, 1};
    after.display.divider = 0.3;
    after.display.projector = true;
    after.display.layout = ViewLayout::surface;
    after.display.interface_scale = 2.0;
    after.playback.step = 17;
    EXPECT_TRUE(same_document(before, after));
    History history;
    history.record(before, after, false);
    EXPECT_FALSE(history.can_undo());

    after.display.theme = Theme::light;
    EXPECT_FALSE(same_document(before, after));
    history.record(before, after, false);
    const Session undone = history.undo(after);
    EXPECT_EQ(undone.display.theme, Theme::dark);
    EXPECT_EQ(undone.display.camera, after.display.camera);
    EXPECT_EQ(undone.display.map, after.display.map);
    EXPECT_EQ(undone.playback, after.playback);
}

TEST(History, TheSpeedIsTakenBackAndTheStepShownStays) {
    Session before = with_start(0);
    History history;
    Session after = before;
    for (const double speed : {30.0, 45.0, 60.0}) {
        const Session last = after;
        after.playback.speed = speed;
        after.playback.step += 1;
        history.record(last, after, speed < 60.0);
    }
    Session undone = history.undo(after);
    EXPECT_EQ(undone.playback.speed, before.playback.speed);
    EXPECT_EQ(undone.playback.step, after.playback.step);
    EXPECT_FALSE(history.can_undo()) << "a slider held is one entry";
    EXPECT_EQ(history.redo(undone).playback.speed, 60.0);
}

TEST(History, TheChartsScaleIsAnEdit) {
    Session before = with_start(0);
    Session after = before;
    after.display.chart_scale = ChartScale::linear;
    History history;
    history.record(before, after, false);
    EXPECT_EQ(history.undo(after).display.chart_scale, ChartScale::logarithmic);
}

TEST(History, AnotherDomainBringsItsMapWindowBack) {
    Session before = with_start(0);
    Session after = before;
    after.landscape.domain = {-100, 100, -100, 100};
    after.display.map = after.landscape.domain;
    History history;
    history.record(before, after, false);
    EXPECT_EQ(history.undo(after).display.map, before.display.map);
}

TEST(History, IsBounded) {
    History history;
    for (int i = 0; i < 2000; ++i) history.record(with_start(i), with_start(i + 1), false);
    int entries = 0;
    for (Session now = with_start(2000); history.can_undo(); ++entries) now = history.undo(now);
    EXPECT_GE(entries, 100);
    EXPECT_LE(entries, 1000);
}

}  // namespace
}  // namespace thalweg
