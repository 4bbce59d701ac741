using System.Globalization;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits what errors and logs tell about each operation of a group: the part of a client class that is data.</summary>
internal static class OperationsEmitter
{
    public static string Emit(ClientModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace);
        writer.Line($"public partial class {model.Name}");
        using (writer.Braces())
        {
            writer.Line("internal static class Operations");
            using (writer.Braces())
            {
                foreach (OperationModel operation in model.Operations)
                {
                    EmitOperation(writer.Gap(), model, operation);
                }
            }
        }

        return writer.ToString();
    }

    private static void EmitOperation(CSharpWriter writer, ClientModel client, OperationModel operation)
    {
        OperationFacts facts = operation.Facts;
        string arguments = string.Join(", ", new[] { operation.Id, client.Api, operation.Method, operation.Path }.Select(TypeText.Literal));
        writer.Line($"internal static readonly {Runtime.Operation} {operation.Name} = new({arguments})");
        using (writer.Braces("};"))
        {
            writer.Line($"Name = {TypeText.Literal($"{client.Group}.{operation.Name}")},");
            if (facts.Scopes.Count > 0)
            {
                writer.Line($"Scopes = [{string.Join(", ", facts.Scopes.Select(TypeText.Literal))}],");
            }

            if (facts.Permission is { } permission)
            {
                writer.Line($"Permission = {TypeText.Literal(permission)},");
            }

            if (facts.Idempotent is { } idempotent)
            {
                writer.Line($"IsIdempotent = {(idempotent ? "true" : "false")},");
            }

            if (operation.Experimental)
            {
                writer.Line("IsExperimental = true,");
            }

            if (facts.LargestPage is { } largest)
            {
                writer.Line($"MaxPageSize = {largest.ToString(CultureInfo.InvariantCulture)},");
            }

            if (facts.UsualPage is { } usual)
            {
                writer.Line($"DefaultPageSize = {usual.ToString(CultureInfo.InvariantCulture)},");
            }

            writer.Line($"ReferenceUrl = {TypeText.Literal(facts.ReferenceUrl)},");
        }
    }
}
