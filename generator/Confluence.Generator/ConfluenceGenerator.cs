using System.Collections.Immutable;
using System.Text;
using Confluence.Generator.Build;
using Confluence.Generator.Emit;
using Confluence.Generator.Emit.Making;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;
using Confluence.Generator.Spec.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Confluence.Generator;

/// <summary>Imported OpenAPI documents and their overlays in, C# out. Sees nothing of the compilation that it adds to.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConfluenceGenerator : IIncrementalGenerator
{
    /// <summary>The texts of the additional files.</summary>
    internal const string FilesStep = "Files";

    /// <summary>What is to be emitted, and what is wrong.</summary>
    internal const string ModelsStep = "Models";

    /// <summary>One item per diagnostic.</summary>
    internal const string DiagnosticsStep = "Diagnostics";

    /// <summary>One item per type.</summary>
    internal const string TypesStep = "Types";

    /// <summary>One item per request that is made of what was read.</summary>
    internal const string MakingsStep = "Makings";

    /// <summary>One item per options record.</summary>
    internal const string OptionsStep = "Options";

    /// <summary>One item per client.</summary>
    internal const string ClientsStep = "Clients";

    /// <summary>One item per API.</summary>
    internal const string RootsStep = "Roots";

    /// <summary>One item per API.</summary>
    internal const string CataloguesStep = "Catalogues";

    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<GenerationResult> models = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Select(static (text, cancellation) => new SpecFile(text.Path, text.GetText(cancellation)?.ToString() ?? ""))
            .WithTrackingName(FilesStep)
            .Collect()
            .Select(static (files, _) => Generate(files))
            .WithTrackingName(ModelsStep);

        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Diagnostics).WithTrackingName(DiagnosticsStep),
            static (output, diagnostic) => output.ReportDiagnostic(Diagnostics.Create(diagnostic)));
        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Models.SelectMany(static model => model.Types)).WithTrackingName(TypesStep),
            static (output, type) => Add(output, HintName.Of(type), EmitType(type)));
        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Models.SelectMany(static model => model.Makings)).WithTrackingName(MakingsStep),
            static (output, making) => Add(output, HintName.Of(making), MakingEmitter.Emit(making)));
        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Models.SelectMany(static model => model.Options)).WithTrackingName(OptionsStep),
            static (output, options) => Add(output, HintName.Of(options), OptionsEmitter.Emit(options)));
        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Models.SelectMany(static model => model.Clients)).WithTrackingName(ClientsStep),
            static (output, client) =>
            {
                Add(output, HintName.Of(client), ClientEmitter.Emit(client));
                Add(output, HintName.OfOperations(client), OperationsEmitter.Emit(client));
            });
        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Models.Select(static model => model.Root)).WithTrackingName(RootsStep),
            static (output, root) =>
            {
                Add(output, HintName.Of(root.Api, root.ClassName), RootEmitter.Emit(root));
                if (root.Parent is { } parent)
                {
                    Add(output, HintName.Of(root.Api, parent.ClassName), RootEmitter.EmitParent(root, parent));
                }
            });
        context.RegisterSourceOutput(
            models.SelectMany(static (result, _) => result.Models.Select(static model => model.Catalogue)).WithTrackingName(CataloguesStep),
            static (output, catalogue) => Add(output, HintName.Of(catalogue), CatalogueEmitter.Emit(catalogue)));
    }

    private static GenerationResult Generate(ImmutableArray<SpecFile> files)
    {
        SpecLoadResult loaded = SpecLoader.Load(files);
        var diagnostics = new List<SpecDiagnostic>(loaded.Diagnostics);
        var models = new List<ApiModel>();
        foreach (BuildResult built in ModelBuilder.Build(loaded.Documents))
        {
            models.Add(built.Model);
            diagnostics.AddRange(built.Diagnostics);
        }

        return new GenerationResult(models, diagnostics);
    }

    private static string EmitType(TypeModel type) => type switch
    {
        ClassModel model => ClassEmitter.Emit(model),
        InterfaceModel model => InterfaceEmitter.Emit(model),
        EnumModel model => EnumEmitter.Emit(model),
        UnionModel model => UnionEmitter.Emit(model),
        FormModel model => FormEmitter.Emit(model),
        _ => throw new InvalidOperationException($"There is no emitter for {type.GetType().Name}."),
    };

    private static void Add(SourceProductionContext output, string name, string text) =>
        output.AddSource(name, SourceText.From(text, s_utf8));

    private sealed record GenerationResult(EquatableArray<ApiModel> Models, EquatableArray<SpecDiagnostic> Diagnostics);
}
