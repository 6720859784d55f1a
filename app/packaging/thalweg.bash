# Completion for thalweg. Options and names are asked of the program itself, so that they are always its own.
_thalweg() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    local commands
    commands=$(thalweg --help 2>/dev/null | sed -n '/^Subcommands:/,$s/^  \([a-z][a-z]*\) .*/\1/p')
    if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word"; compgen -f -- "$word")
        return
    fi
    case $before in
        --landscape) mapfile -t COMPREPLY < <(compgen -W "$(thalweg list landscapes | awk '{print $1}')" -- "$word") ;;
        --optimizer) mapfile -t COMPREPLY < <(compgen -W "$(thalweg list optimizers | awk '{print $1}')" -- "$word") ;;
        --colormap) mapfile -t COMPREPLY < <(compgen -W "$(thalweg list colormaps | awk '{print $1}')" -- "$word") ;;
        --model) mapfile -t COMPREPLY < <(compgen -W "$(thalweg list models | awk '{print $1}')" -- "$word") ;;
        --lens) mapfile -t COMPREPLY < <(compgen -W "$(thalweg list lenses | awk '{print $1}')" -- "$word") ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W "dark light" -- "$word") ;;
        list) mapfile -t COMPREPLY < <(compgen -W "landscapes optimizers models data colormaps lenses" -- "$word") ;;
        export) mapfile -t COMPREPLY < <(compgen -W "session trajectories surface stationary pytorch" -- "$word") ;;
        bench) mapfile -t COMPREPLY < <(compgen -W "frames drag start" -- "$word") ;;
        *)
            if [[ $word == -* ]]; then
                [[ " ${commands//$'\n'/ } " == *" $command "* ]] || command=
                # shellcheck disable=SC2086  # no command is no word
                mapfile -t COMPREPLY < <(compgen -W "$(thalweg $command --help | grep -oE -- '--[a-z-]+')" -- "$word")
            else
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
            fi
            ;;
    esac
}
complete -o filenames -F _thalweg thalweg
