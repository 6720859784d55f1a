#include "app/studio/key_turns.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <vector>

namespace thalweg {
namespace {

/// How many of the events each frame takes.
std::vector<std::size_t> frames(const std::vector<Event>& events) {
    std::vector<std::size_t> taken;
    for (std::size_t next = 0; next < events.size();) {
        KeyTurns turns;
        std::size_t count = 0;
        while (next < events.size() && !turns.must_wait(events[next])) ++next, ++count;
        taken.push_back(count);
        if (taken.size() > events.size()) break;
    }
    return taken;
}

TEST(KeyTurns, LettersTypedFastAllComeInOneFrame) {
    EXPECT_EQ(frames({KeyPressed{GLFW_KEY_X, 0}, CharacterTyped{'x'}, KeyReleased{GLFW_KEY_X},
                      KeyPressed{GLFW_KEY_LEFT_SHIFT, 0}, KeyPressed{GLFW_KEY_9, GLFW_MOD_SHIFT}, CharacterTyped{'('},
                      KeyReleased{GLFW_KEY_9}, KeyReleased{GLFW_KEY_LEFT_SHIFT}}),
              (std::vector<std::size_t>{8}));
}

TEST(KeyTurns, AShortcutIsSeenDownBeforeItIsReleased) {
    EXPECT_EQ(
        frames({KeyPressed{GLFW_KEY_LEFT_CONTROL, 0}, KeyPressed{GLFW_KEY_A, GLFW_MOD_CONTROL}, KeyReleased{GLFW_KEY_A},
                KeyReleased{GLFW_KEY_LEFT_CONTROL}, KeyPressed{GLFW_KEY_X, 0}, CharacterTyped{'x'}}),
        (std::vector<std::size_t>{2, 4}));
}

TEST(KeyTurns, LettersWaitForTheKeyBeforeThem) {
    EXPECT_EQ(frames({CharacterTyped{'a'}, KeyPressed{GLFW_KEY_BACKSPACE, 0}, CharacterTyped{'b'},
                      KeyReleased{GLFW_KEY_BACKSPACE}, PointerMoved{1, 2}}),
              (std::vector<std::size_t>{2, 3}));
}

}  // namespace
}  // namespace thalweg
