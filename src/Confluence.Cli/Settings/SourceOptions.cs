using System.CommandLine;
using Confluence.Sandbox;

namespace Confluence.Cli.Settings;

/// <summary>The options that choose between a site and the sandbox; every command has them.</summary>
internal sealed class SourceOptions
{
    public Option<bool> Sandbox { get; } = new("--sandbox")
    {
        Description = "Read an invented site that runs inside the tool, instead of a real one.",
        Recursive = true,
    };

    public Option<int?> SandboxPages { get; } = WholeNumber.Option(
        "--sandbox-pages",
        $"The number of pages of the sandbox, 0 to {SandboxOptions.MaximumPages}; {new SandboxOptions().Pages} if not given.",
        minimum: 0,
        maximum: SandboxOptions.MaximumPages,
        recursive: true);

    public Option<int?> SandboxSeed { get; } = WholeNumber.Option(
        "--sandbox-seed",
        $"The seed of the sandbox: the same seed gives the same site; {new SandboxOptions().Seed} if not given.",
        minimum: int.MinValue,
        maximum: int.MaxValue,
        recursive: true);

    /// <summary>Adds the options to the root command, from where all commands have them.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(Sandbox);
        root.Options.Add(SandboxPages);
        root.Options.Add(SandboxSeed);
    }
}
