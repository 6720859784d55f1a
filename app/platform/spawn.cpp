#include "app/platform/spawn.h"

#include <spawn.h>
#include <unistd.h>

namespace thalweg {

int spawn(std::vector<std::string> words, std::span<const int> descriptors, int& process) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    int own = 0;
    for (const int ours : descriptors) posix_spawn_file_actions_adddup2(&actions, ours, own++);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int error = posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

}  // namespace thalweg
