using System.Text;
using Confluence.Generator.Tests.Spec;
using Confluence.Generator.Tests.SpecTool;
using Confluence.Tests;

namespace Confluence.Generator.Tests.Inputs;

/// <summary>
/// What the library is generated from is what its build depends on: by content, whatever the files' times say, and by the properties that name them.
/// A small project stands in for the library; it gets its inputs by the library's own targets.
/// </summary>
public sealed class InputTests : IDisposable
{
    private const string Document = """
        {
          "openapi": "3.0.3",
          "x-confluence-import": { "api": "v2", "formatVersion": 1 },
          "paths": { "/things": { "get": { "tags": ["Thing"], "operationId": "OPERATION", "responses": { "204": { "description": "No Content" } } } } }
        }
        """;

    private const string Overlay = """
        {
          "overlay": "1.0.0",
          "info": { "title": "Names", "version": "1" },
          "x-confluence-overlay": { "api": "v2" },
          "actions": [{ "target": "$.paths['/things'].get", "description": "A name of its own.", "update": { "x-cs-name": "OPERATION" } }]
        }
        """;

    private const string NameMap = """{ "x-confluence-names": { "api": "v2", "formatVersion": 1 }, "operations": { "GET /things": "OPERATION" }, "schemas": {}, "inline": {} }""";

    private static readonly string[] s_operations = ["FromTheDocument", "FromTheOther", "FromTheOverlay", "FromTheMap"];

    private static readonly DateTime s_longAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryDirectory _directory = new();

    public InputTests()
    {
        string library = typeof(Confluence.Generated.ConfluenceClient).Assembly.Location;
        string generator = typeof(ConfluenceGenerator).Assembly.Location;
        _directory.Write(
            "Case.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14.0</LangVersion>
                <Nullable>enable</Nullable>
                <ConfluenceSpecFolder>$(MSBuildThisFileDirectory)</ConfluenceSpecFolder>
                <ConfluenceV1Document>$(MSBuildThisFileDirectory)v1.json</ConfluenceV1Document>
                <ConfluenceV2Document Condition="'$(ConfluenceV2Document)' == ''">$(MSBuildThisFileDirectory)document.json</ConfluenceV2Document>
                <ConfluenceNameMaps Condition="'$(ConfluenceNameMaps)' == ''">$(MSBuildThisFileDirectory)names.json</ConfluenceNameMaps>
              </PropertyGroup>
              <Import Project="{Repository.PathOf("src", "Confluence.Generated", "SpecInputs.targets")}" />
              <ItemGroup>
                <Reference Include="{library}" />
                <Analyzer Include="{generator}" />
              </ItemGroup>
            </Project>
            """);
        _directory.Write(
            "OtherHalves.cs",
            """
            namespace Confluence.Generated;

            public partial class ConfluenceClient
            {
                internal global::Confluence.Generated.Transport.ConfluenceTransport Transport { get; } = global::Confluence.Generated.Transport.ConfluenceTransport.Unavailable;
            }

            public static partial class ConfluenceOperations
            {
                static partial void AddV1(global::System.Collections.Generic.ICollection<global::Confluence.Generated.ConfluenceOperation> operations);

                static partial void AddV2(global::System.Collections.Generic.ICollection<global::Confluence.Generated.ConfluenceOperation> operations);
            }
            """);
        WriteOld("document.json", Document, "fromTheDocument");
        WriteOld("v1.json", """{ "openapi": "3.0.3", "x-confluence-import": { "api": "v1", "formatVersion": 1 }, "paths": {} }""", "");
        WriteOld("names.json", NameMap.Replace("\"GET /things\": \"OPERATION\"", "", StringComparison.Ordinal), "");
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Another_document_by_property_and_back()
    {
        string other = WriteOld("other.json", Document, "fromTheOther");

        Assert.Equal("FromTheDocument", await BuildAsync());
        Assert.Equal("FromTheOther", await BuildAsync($"-p:ConfluenceV2Document={other}"));
        Assert.Equal("FromTheDocument", await BuildAsync());
    }

    [Fact]
    public async Task Another_content_with_an_old_time_and_an_overlay_that_comes_and_goes()
    {
        Assert.Equal("FromTheDocument", await BuildAsync());
        WriteOld("document.json", Document, "fromTheOther");
        Assert.Equal("FromTheOther", await BuildAsync());

        string overlay = WriteOld("v2.overlay.json", Overlay, "FromTheOverlay");
        Assert.Equal("FromTheOverlay", await BuildAsync());
        File.Delete(overlay);
        Assert.Equal("FromTheOther", await BuildAsync());

        WriteOld("names.json", NameMap, "FromTheMap");
        Assert.Equal("FromTheMap", await BuildAsync());
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_named()
    {
        string missing = _directory.PathOf("missing.json");

        ChildProcess build = await RunAsync($"-p:ConfluenceV2Document={missing}");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains($"error CONF008: The file {missing} does not exist. Check the properties ConfluenceV2Document", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_another_kind_is_named()
    {
        string yaml = WriteOld("other.yaml", "openapi: 3.0.3", "");

        ChildProcess build = await RunAsync($"-p:ConfluenceV2Document={yaml}");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains($"error CONF007: The file {yaml} is not a .json file, so it is no imported document", build.Output, StringComparison.Ordinal);
    }

    /// <summary>Builds, and gives the name of the one operation that the assembly has.</summary>
    private async Task<string> BuildAsync(params string[] properties)
    {
        (await RunAsync(properties)).Succeeded();
        string names = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(_directory.PathOf("bin/Debug/net10.0/Case.dll"), TestContext.Current.CancellationToken));
        return Assert.Single(s_operations, name => names.Contains(name + "Async", StringComparison.Ordinal));
    }

    private Task<ChildProcess> RunAsync(params string[] properties) => BuildProcess.RunAsync(_directory.Root, "Case.csproj", properties);

    private string WriteOld(string name, string text, string operation)
    {
        string path = _directory.Write(name, text.Replace("OPERATION", operation, StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, s_longAgo);
        return path;
    }
}
