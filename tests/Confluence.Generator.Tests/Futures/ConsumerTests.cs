using System.Text.RegularExpressions;
using Confluence.Generator.Tests.Spec;
using Confluence.Generator.Tests.SpecTool;
using Confluence.Tests;

namespace Confluence.Generator.Tests.Futures;

/// <summary>
/// The strictest project there is: all analyzers of the SDK, documentation, nullable, code style, warnings as errors. What is written by hand in it breaks three rules,
/// so the build shows that the rules are on; nothing that is generated breaks any.
/// </summary>
public sealed partial class ConsumerTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>14.0</LangVersion>
            <Nullable>enable</Nullable>
            <AnalysisLevel>latest</AnalysisLevel>
            <AnalysisMode>All</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <NuGetAudit>false</NuGetAudit>
            <!-- The halves in this project have the names of those in the runtime, on purpose. -->
            <NoWarn>$(NoWarn);CS0436</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <AdditionalFiles Include="DOCUMENTS" />
            <Reference Include="LIBRARY" />
            <Analyzer Include="GENERATOR" />
          </ItemGroup>
        </Project>
        """;

    private const string HandWritten = """
        namespace Confluence.Generated
        {
            /// <summary>The other half.</summary>
            public partial class ConfluenceClient
            {
                public int notDocumented;

                internal global::Confluence.Generated.Transport.ConfluenceTransport Transport { get; } = global::Confluence.Generated.Transport.ConfluenceTransport.Unavailable;
            }

            /// <summary>The other half.</summary>
            public static partial class ConfluenceOperations
            {
                static partial void AddV1(global::System.Collections.Generic.ICollection<global::Confluence.Generated.ConfluenceOperation> operations);

                static partial void AddV2(global::System.Collections.Generic.ICollection<global::Confluence.Generated.ConfluenceOperation> operations);
            }
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Nothing_that_is_generated_from_the_real_documents_breaks_a_rule() => await BuildAsync(Repository.PathOf("spec", "*.json"));

    [Fact]
    public async Task Nothing_that_is_generated_from_a_hostile_document_breaks_a_rule()
    {
        using FutureTree tree = await FutureTree.CreateAsync();
        string published = tree.Write("hostile.2027-02-03.json", HostileDocument.Text);
        await Decisions.TakeAsync(tree, published, await tree.UpdateAsync(published));

        await BuildAsync(Path.Combine(tree.SpecFolder, "*.json"));
    }

    private async Task BuildAsync(string documents)
    {
        _directory.Write(
            "Case.csproj",
            Project.Replace("DOCUMENTS", documents, StringComparison.Ordinal)
                .Replace("LIBRARY", typeof(Confluence.Generated.ConfluenceClient).Assembly.Location, StringComparison.Ordinal)
                .Replace("GENERATOR", typeof(ConfluenceGenerator).Assembly.Location, StringComparison.Ordinal));
        _directory.Write("HandWritten.cs", HandWritten);
        _directory.Write(".editorconfig", "root = true\n[*.cs]\ncsharp_style_namespace_declarations = file_scoped:warning\ndotnet_diagnostic.IDE0161.severity = warning\n");

        ChildProcess build = await BuildProcess.RunAsync(_directory.Root, "Case.csproj");

        string[] told = [.. Told().Matches(build.Text).Select(match => $"{Path.GetFileName(match.Groups["file"].Value)}: {match.Groups["id"].Value}").Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEqual(0, build.ExitCode);
        Assert.True(
            told.SequenceEqual(["HandWritten.cs: CA1051", "HandWritten.cs: CS1591", "HandWritten.cs: IDE0161"]),
            build.Text);
    }

    [GeneratedRegex(@"^\s*(?<file>[^\n(]+)(\([0-9,]+\))?\s*: (error|warning) (?<id>[A-Z]+[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Told();
}
