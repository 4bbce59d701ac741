using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec;

namespace Confluence.Generator.Build;

/// <param name="Model">What is to be emitted.</param>
/// <param name="Names">What was decided of names; the tool writes it into the name map.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record BuildResult(ApiModel Model, NameKeeper Names, IReadOnlyList<SpecDiagnostic> Diagnostics);
