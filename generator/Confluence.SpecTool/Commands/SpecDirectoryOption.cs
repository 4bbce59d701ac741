using System.CommandLine;

namespace Confluence.SpecTool.Commands;

/// <summary><c>--spec-dir</c>, which the commands have that read the folder.</summary>
internal static class SpecDirectoryOption
{
    public static Option<string> Create() => new("--spec-dir")
    {
        Description = "The directory with the imported documents, the overlays and the name maps.",
        DefaultValueFactory = _ => "spec",
    };
}
